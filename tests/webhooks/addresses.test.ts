import { expect, test } from "vitest";
import { isPublic, NO_ADDRESSES, readAddressRules } from "#app/webhooks/addresses.server.ts";

function rules(setting: string) {
  const read = readAddressRules(setting);
  if (!read) throw new Error(`not understood: ${setting}`);
  return read;
}

const at = (address: string) => new URL(address);

test.each([
  ..."127.0.0.1 127.255.255.254 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 100.100.100.200".split(
    " ",
  ),
  ..."169.254.169.254 169.254.170.2 168.63.129.16 192.0.0.192 198.18.0.1 224.0.0.1 255.255.255.255 240.0.0.1".split(
    " ",
  ),
  ..."::1 :: fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1 2002:7f00:1:: 2001:0:7f00:1:: 64:ff9b::7f00:1".split(
    " ",
  ),
  ..."::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:169.254.169.254 ::127.0.0.1 not-an-address".split(" "),
])("%s is nobody's outside", (ip) => {
  expect(isPublic(ip)).toBe(false);
  expect(rules("*").permits(at("https://cases.example.org/"), ip)).toBe(false);
});

test.each(["203.113.131.1", "8.8.8.8", "172.32.0.1", "2001:4860:4860::8888", "2a00:1450::1", "::ffff:8.8.8.8"])(
  "%s is anybody's",
  (ip) => expect(isPublic(ip)).toBe(true),
);

test.each([
  "http://2130706433/",
  "http://0x7f.1/",
  "http://0177.0.0.1/",
  "http://127.1/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::1]/",
])("%s is this machine, however it is written", (address) => {
  expect(rules("*, http://*").faultOf(at(address))).toBe("barred");
});

test("without a setting nothing may be called", () => {
  expect(NO_ADDRESSES.faultOf(at("https://cases.example.org/"))).toBe("none");
  expect(NO_ADDRESSES.permits(at("https://cases.example.org/"), "8.8.8.8")).toBe(false);
});

test("names: one, all below one, every one", () => {
  const some = rules("cases.example.org, *.customs.gov.vn");
  expect(some.faultOf(at("https://cases.example.org/x"))).toBe(null);
  expect(some.faultOf(at("https://CASES.example.org/x"))).toBe(null);
  expect(some.faultOf(at("https://a.customs.gov.vn/"))).toBe(null);
  for (const other of [
    "https://customs.gov.vn/",
    "https://evilcustoms.gov.vn/",
    "https://cases.example.org.evil.net/",
  ]) {
    expect(some.faultOf(at(other)), other).toBe("barred");
  }
  expect(rules("*").faultOf(at("https://any.example.net/"))).toBe(null);
});

test("a name that leads into the house is called only where its network is named too", () => {
  const named = rules("cases.example.org");
  expect(named.permits(at("https://cases.example.org/"), "10.20.3.4")).toBe(false);
  const both = rules("cases.example.org, 10.20.0.0/16");
  expect(both.permits(at("https://cases.example.org/"), "10.20.3.4")).toBe(true);
  expect(both.permits(at("https://cases.example.org/"), "10.21.3.4")).toBe(false);
  expect(both.permits(at("https://cases.example.org/"), "8.8.8.8")).toBe(true);
  expect(both.permits(at("https://other.example.org/"), "8.8.8.8")).toBe(false);
  expect(rules("fd00:1::/64").permits(at("https://[fd00:1::5]/"), "fd00:1::5")).toBe(true);
  expect(rules("127.0.0.0/8").permits(at("https://x/"), "::ffff:127.0.0.1")).toBe(true);
});

test("without TLS only where the setting says so", () => {
  const mixed = rules("*.example.org, http://10.20.0.0/16, http://inside.example.org");
  expect(mixed.faultOf(at("http://inside.example.org/"))).toBe(null);
  expect(mixed.permits(at("http://inside.example.org/"), "8.8.8.8")).toBe(true);
  expect(mixed.permits(at("http://cases.example.org/"), "8.8.8.8")).toBe(false);
  expect(mixed.faultOf(at("http://10.20.0.5:8080/"))).toBe(null);
  expect(rules("*").faultOf(at("http://cases.example.org/"))).toBe("https");
});

test.each(["cases.example.org/path", "10.20.0.0/33", "300.1.1.1", "https://x.org", "*.*.org", "a b", "10.0.0.0/8/8"])(
  "the setting %s is refused",
  (setting) => expect(readAddressRules(setting)).toBe(null),
);
