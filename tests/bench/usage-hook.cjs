// Loaded before a measured program (`node --require`; `--import` would start the loader of modules in programs that do
// without it): says at its end, on file descriptor 3, what it used.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMiB: maxRSS / 1024 }));
});
