import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlass";
import { useId } from "react";
import { Icon, type IconOf } from "./icon.tsx";
import { useControl } from "./inputs.tsx";
import { useText } from "./text-context.tsx";
import { type ComboOption, type Search, useCombobox } from "./use-combobox.ts";

type ComboboxProps = {
  /** The chosen value is sent under `name`, the words as typed under `textName`: without scripts the words alone. */
  name: string;
  textName: string;
  initial?: ComboOption | null;
  search: Search;
  /** Letters from which on it asks; 1 suits Chinese. */
  shortest?: number;
  placeholder?: string;
  icon?: IconOf;
  onChoose?: (option: ComboOption | null) => void;
};

/** A text field that finds its answer in a long list; free words stay legal. */
export function Combobox(props: ComboboxProps) {
  const { name, textName, initial = null, search, shortest = 2, placeholder, icon = MagnifyingGlassIcon } = props;
  const listId = useId();
  const combo = useCombobox({ listId, initial, search, shortest, onChoose: props.onChoose });
  const shown = combo.open && combo.found.state !== "idle";
  const activeId = combo.active >= 0 ? `${listId}-${combo.active}` : undefined;
  return (
    <div className="combobox">
      <input type="hidden" name={name} value={combo.chosen?.value ?? ""} />
      <div className="input-frame">
        <Icon of={icon} size={20} className="input-before" />
        <input
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={shown ? activeId : undefined}
          {...useControl()}
          name={textName}
          placeholder={placeholder}
          value={combo.typed}
          onChange={combo.onChange}
          onKeyDown={combo.onKeyDown}
          onBlur={combo.close}
        />
        {combo.chosen?.note && !shown && <span className="input-after">{combo.chosen.note}</span>}
      </div>
      <Results listId={listId} shown={shown} combo={combo} />
    </div>
  );
}

type ResultsProps = { listId: string; shown: boolean; combo: ReturnType<typeof useCombobox> };

function Results({ listId, shown, combo }: ResultsProps) {
  const text = useText();
  const { found, options } = combo;
  const notes = {
    idle: "",
    busy: text("ui.search.busy"),
    failed: text("ui.search.failed"),
    found: options.length === 0 ? text("ui.search.none") : "",
  };
  return (
    <>
      <div className={shown ? "listbox" : undefined} hidden={!shown}>
        <Options listId={listId} combo={combo} />
        {notes[found.state] && <p className="listbox-note">{notes[found.state]}</p>}
      </div>
      <span className="aside" role="status">
        {found.state === "found" && combo.open ? text("ui.search.found", { n: options.length }) : ""}
      </span>
    </>
  );
}

function Options({ listId, combo: { options, active, choose } }: Omit<ResultsProps, "shown">) {
  const text = useText();
  return (
    <div id={listId} role="listbox" aria-label={text("ui.search.results")}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field keeps the focus and takes the keys, as aria-activedescendant wants.
        <div
          key={option.value}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === active}
          className="option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          <span lang={option.lang}>{option.label}</span>
          {option.note && <span className="option-note">{option.note}</span>}
        </div>
      ))}
    </div>
  );
}
