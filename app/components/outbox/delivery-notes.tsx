import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { type Delivery, deviceOff } from "#app/domain/outbox/clock.ts";
import { useSpan } from "./use-span.ts";

/** What came from devices that had kept it, and when by which clock: for the own agency. */
export function DeliveryNotes({ deliveries }: { deliveries: readonly Delivery[] }) {
  const text = useText();
  if (deliveries.length === 0) return null;
  return (
    <ul className="history">
      {deliveries.map((delivery) => (
        <li key={`${delivery.receivedAt} ${delivery.sentAt}`} className="history-entry">
          <div>{text(`outbox.delivery.${delivery.what}`)}</div>
          <DeliveryClocks delivery={delivery} />
          <div className="caption">
            <Time at={delivery.receivedAt} as="moment" /> {delivery.by}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** When it was written and sent by the clock of the device, and what that clock was worth. */
export function DeliveryClocks({ delivery }: { delivery: Delivery }) {
  const text = useText();
  const format = useFormat();
  const span = useSpan();
  const off = deviceOff(delivery);
  const wrote = format.moment(delivery.wroteAt);
  return (
    <div className="caption">
      {text("outbox.delivery.clock", { wrote, sent: format.moment(delivery.sentAt) })}
      {off && " "}
      {off &&
        text(off.ahead > 0 ? "outbox.delivery.ahead" : "outbox.delivery.behind", {
          by: span(off.ahead),
          about: format.moment(off.wroteAbout),
        })}
    </div>
  );
}
