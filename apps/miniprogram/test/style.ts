/** Style sheets mean nothing to a component test. */
export {};
