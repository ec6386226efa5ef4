// Suites across apps start servers and browsers: five seconds are not enough for one test.
jest.setTimeout(120_000);
