'use strict';
/** A mocha reporter that writes one line for each event as it happens: a file that hangs keeps what it had done. */
const fs = require('node:fs');

module.exports = class {
  constructor(runner) {
    const put = event => fs.appendFileSync(process.env.COMPAT_EVENTS, `${JSON.stringify(event)}\n`);
    runner.on('start', () => put({ kind: 'start', total: runner.total }));
    runner.on('pass', test => put({ kind: 'passed', title: test.fullTitle() }));
    runner.on('pending', test => put({ kind: 'pending', title: test.fullTitle() }));
    runner.on('fail', (test, error) =>
      put({ kind: 'failed', title: test.fullTitle(), error: `${error?.name}: ${error?.message}`.slice(0, 600) }),
    );
    runner.on('end', () => put({ kind: 'end' }));
  }
};
