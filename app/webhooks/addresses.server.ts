import { BlockList, isIP } from "node:net";

/** Where calls may go, as the installation's setting says. Without a word of it they go nowhere. */
export type AddressRules = {
  isEmpty: boolean;
  /** What is wrong with an address as it is written; null where nothing is, as far as its name tells. */
  faultOf: (url: URL) => "none" | "https" | "barred" | null;
  /** Whether this may be called at this address, to which its name leads now. */
  permits: (url: URL, ip: string) => boolean;
};

type Rule = { plain: boolean; names?: (host: string) => boolean; network?: BlockList };

/** Addresses that are somebody's inside a house, a machine or a link, or nobody's: RFC 6890 and what came since. */
const SPECIAL_4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"],
  // Above all others, and one of a cloud's own that looks like anybody's.
  ...["224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32"],
];
/** All that is given out lies in the first; the others lie in that and lead elsewhere. */
const GLOBAL_6 = networkOf("2000::/3");
const SPECIAL_6 = listOf(["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]);
const SPECIAL = listOf(SPECIAL_4);

/**
 * Reads the setting: words with commas between. `cases.example.org` and `*.example.org` are names, `*` is every name,
 * `10.20.0.0/16` and `192.168.3.7` are networks; `http://` before one allows calls without TLS there. Null for a word
 * that is none of these.
 */
export function readAddressRules(setting: string | undefined): AddressRules | null {
  const words = (setting ?? "").split(",").flatMap((word) => word.trim().toLowerCase() || []);
  const rules: Rule[] = [];
  for (const word of words) {
    const rule = ruleOf(word);
    if (!rule) return null;
    rules.push(rule);
  }
  return rules.length === 0 ? NO_ADDRESSES : rulesOf(rules);
}

export const NO_ADDRESSES = rulesOf([]);

function rulesOf(rules: readonly Rule[]): AddressRules {
  const isEmpty = rules.length === 0;
  const isTouching = (url: URL, ip: string) => (rule: Rule) =>
    rule.network ? isWithin(rule.network, ip) : rule.names?.(url.hostname) === true && isPublic(ip);
  const forUrl = (url: URL) => rules.filter(({ plain }) => plain || url.protocol === "https:");
  const permits: AddressRules["permits"] = (url, ip) => forUrl(url).some(isTouching(url, ip));
  return {
    isEmpty,
    permits,
    faultOf: (url) => {
      if (isEmpty) return "none";
      const ip = literalOf(url);
      // A name may lead into any network: that is seen when it is asked for.
      const might = ip
        ? isTouching(url, ip)
        : ({ names, network }: Rule) => network !== undefined || names?.(url.hostname);
      if (forUrl(url).some(might)) return null;
      return rules.some(might) ? "https" : "barred";
    },
  };
}

/** The address that stands in a URL instead of a name. */
export function literalOf({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) ? bare : null;
}

/** Whether anybody may have it, anywhere: neither of this machine, nor of a house, a link or a cloud's own. */
export function isPublic(ip: string): boolean {
  const inner = unwrapped(ip);
  if (isIP(inner) === 4) return !isWithin(SPECIAL, inner);
  return isWithin(GLOBAL_6, inner) && !isWithin(SPECIAL_6, inner);
}

function isWithin(network: BlockList, ip: string): boolean {
  const inner = unwrapped(ip);
  const kind = isIP(inner);
  return kind !== 0 && network.check(inner, kind === 4 ? "ipv4" : "ipv6");
}

/** An address of the old kind that is written as one of the new; without the link that it is on. */
function unwrapped(ip: string): string {
  const bare = ip.replace(/%.*$/, "");
  if (isIP(bare) !== 6) return bare;
  const short = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(short) ?? [];
  if (!high || !low) return short;
  const [left, right] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [left >> 8, left & 255, right >> 8, right & 255].join(".");
}

const NAME = /^(\*\.)?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/;

function ruleOf(word: string): Rule | null {
  const plain = word.startsWith("http://");
  const bare = plain ? word.slice("http://".length) : word;
  if (bare === "*") return { plain, names: () => true };
  const network = isNetwork(bare) ? networkOf(bare) : null;
  if (network) return { plain, network };
  if (!NAME.test(bare) || /^[\d.]+$/.test(bare)) return null;
  return bare.startsWith("*.")
    ? { plain, names: (host) => host.endsWith(bare.slice(1)) }
    : { plain, names: (host) => host === bare };
}

function isNetwork(word: string): boolean {
  const [ip = "", length, ...more] = word.split("/");
  const kind = isIP(ip);
  const most = kind === 4 ? 32 : 128;
  return (
    kind !== 0 && more.length === 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most))
  );
}

function networkOf(word: string): BlockList {
  return listOf([word]);
}

function listOf(words: readonly string[]): BlockList {
  const list = new BlockList();
  for (const word of words) {
    const [ip = "", length] = word.split("/");
    const kind = isIP(ip) === 4 ? "ipv4" : "ipv6";
    list.addSubnet(ip, length === undefined ? (kind === "ipv4" ? 32 : 128) : Number(length), kind);
  }
  return list;
}
