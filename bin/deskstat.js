#!/usr/bin/env node
require('../dist/compiled.cjs').start('cli/main');
