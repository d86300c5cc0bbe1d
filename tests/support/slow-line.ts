import { once } from "node:events";
import { type AddressInfo, createServer, type Socket, connect as tcp } from "node:net";

/** What a line can do. */
export type LineQuality = {
  /** In each direction, for all connections together. */
  bitsPerSecond: number;
  /** From asking to the beginning of an answer. */
  delayMs: number;
  /** So often every connection is cut, whatever is under way. */
  cutEveryMs: number;
};

/** What issue and decisions name as the floor: a second for every 4 KB, and a cut every 20 s. */
export const FLOOR: LineQuality = { bitsPerSecond: 32_000, delayMs: 800, cutEveryMs: 20_000 };

export type SlowLine = {
  /** For a browser's setting: everything it does goes this way, its workers too. */
  proxy: { server: string };
  /** From now on the line is as bad as this; before, it is as good as it gets. */
  becomes: (quality: LineQuality) => void;
  /** How often connections that were open have been cut, and what went up to the server so far. */
  told: () => { cuts: number; up: number };
  end: () => Promise<void>;
};

/** Small enough that a cut loses a part of what was written, as on the air. */
const PACKET = 512;

/**
 * A SOCKS proxy that is slow, late and cuts. Unlike a browser's own throttling it holds workers as well as pages, and a
 * cut ends real connections, with what was under way in them.
 */
export async function slowLine(heard: (said: Buffer) => void = () => {}): Promise<SlowLine> {
  const open = new Set<Socket>();
  const [up, down] = [oneWay(heard), oneWay(() => {})];
  let quality: LineQuality | null = null;
  let timer: NodeJS.Timeout | undefined;
  let cuts = 0;
  const cut = () => {
    if (open.size > 0) cuts += 1;
    for (const socket of open) socket.destroy();
    up.forget();
    down.forget();
  };
  const server = createServer((browser) => {
    held(open, browser);
    void connected(browser, () => quality).then((product) => {
      if (!product) return browser.destroy();
      held(open, product);
      up.carry(browser, product, () => quality);
      down.carry(product, browser, () => quality);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    proxy: { server: `socks5://127.0.0.1:${port}` },
    becomes: (now) => {
      quality = now;
      cut();
      timer = setInterval(cut, now.cutEveryMs);
    },
    told: () => ({ cuts, up: up.carried() }),
    end: async () => {
      clearInterval(timer);
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

function held(open: Set<Socket>, socket: Socket): void {
  open.add(socket);
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.on("close", () => open.delete(socket));
}

/** One direction of the line: packets follow each other at its speed, and come later by half of the delay. */
function oneWay(heard: (said: Buffer) => void) {
  let freeAt = 0;
  let carried = 0;
  const carry = async (from: Socket, to: Socket, quality: () => LineQuality | null) => {
    from.on("close", () => to.destroy());
    for await (const chunk of from) {
      heard(chunk);
      for (let at = 0; at < chunk.length; at += PACKET) {
        const packet: Buffer = chunk.subarray(at, at + PACKET);
        const now = quality();
        if (now) {
          const mine = Math.max(freeAt, performance.now()) + (packet.length * 8_000) / now.bitsPerSecond;
          freeAt = mine;
          await until(mine);
          setTimeout(() => to.write(packet), now.delayMs / 2);
        } else to.write(packet);
        if (to.destroyed) return;
        carried += packet.length;
      }
    }
  };
  return {
    carry: (...way: Parameters<typeof carry>) => void carry(...way).catch(() => {}),
    carried: () => carried,
    /** What was under way is lost with its connection. */
    forget: () => {
      freeAt = 0;
    },
  };
}

function until(at: number): Promise<void> {
  return new Promise((over) => setTimeout(over, Math.max(0, at - performance.now())));
}

/** The two steps of SOCKS 5 that a browser takes without a password (RFC 1928); then the line is open to the product. */
async function connected(browser: Socket, quality: () => LineQuality | null): Promise<Socket | null> {
  try {
    const [, methods] = await read(browser, 2);
    await read(browser, methods ?? 0);
    browser.write(Buffer.from([5, 0]));
    const [, , , kind] = await read(browser, 4);
    const host = await hostOf(browser, kind ?? 0);
    const port = (await read(browser, 2)).readUInt16BE();
    // Opening a connection asks and answers once as well.
    await until(performance.now() + (quality()?.delayMs ?? 0));
    const product = tcp({ host, port });
    await once(product, "connect");
    browser.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
    return product;
  } catch {
    return null;
  }
}

const [IPV4, NAME, IPV6] = [1, 3, 4];

async function hostOf(browser: Socket, kind: number): Promise<string> {
  if (kind === IPV4) return [...(await read(browser, 4))].join(".");
  if (kind === NAME) return (await read(browser, (await read(browser, 1))[0] ?? 0)).toString("latin1");
  if (kind === IPV6) return [...(await read(browser, 16)).toString("hex").matchAll(/.{4}/g)].join(":");
  throw new Error(`No such kind of address: ${kind}`);
}

/** Exactly so many bytes; the rest stays to be read. */
async function read(socket: Socket, bytes: number): Promise<Buffer> {
  for (;;) {
    const found: Buffer | null = bytes === 0 ? Buffer.alloc(0) : socket.read(bytes);
    if (found) return found;
    if (socket.destroyed || socket.readableEnded) throw new Error("The browser has gone");
    await Promise.race([once(socket, "readable"), once(socket, "close")]);
  }
}
