// Tests start servers and browsers side by side: on a slow machine five seconds are not enough for one of them. The end of a hanging one.
jest.setTimeout(240_000);
