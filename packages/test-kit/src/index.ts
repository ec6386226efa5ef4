export { drawnLines } from './drawn-lines';
export { createTestClient, problemOf, ProblemResponse, type TestClient } from './http-client';
export {
  startServerUnderTest,
  type LaunchServer,
  type ServerUnderTest,
  type StaffOptions,
  type TestServer,
  type TestServerOptions,
} from './start-test-server';
