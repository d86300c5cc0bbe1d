// Plain JavaScript that every Node.js reads: says in one line what is missing before anything newer is loaded.
const version = process.versions.node.split(".").map(Number);
const development = process.argv.includes("--dev");

function leave(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

if (version[0] < 20 || (version[0] === 20 && version[1] < 6)) {
  leave(
    `Naga needs Node.js 20.6 or newer, this is ${process.versions.node}: install a newer one from your system or nodejs.org.`,
  );
}

process.env.NODE_ENV = process.env.NODE_ENV || (development ? "development" : "production");

const program = new URL(process.argv[2] || "./start.ts", import.meta.url);
import("tsx/esm/api").then(
  (tsx) => {
    tsx.register();
    return import(program.href);
  },
  () => {
    leave("The packages of Naga are not installed: run npm ci first.");
  },
);
