import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { DESKSTAT_VERSION: JSON.stringify('0.0.0-test') },
  test: {
    experimental: { fsModuleCache: true },
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // No test leaves anything behind in a module, and loading the sources anew for each file takes half of the time.
    isolate: false,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'json-summary'] },
  },
});
