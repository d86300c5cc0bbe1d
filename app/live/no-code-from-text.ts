// The policy forbids code made from text, which the parser of what comes in would otherwise try. This is where it looks.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
