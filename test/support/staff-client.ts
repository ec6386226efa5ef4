import { createTestClient, type TestClient } from '@bandeng/test-kit';

/** Somebody of the demo district's staff, logged in. */
export async function staffClient({ origin }: { origin: string }, username: string): Promise<TestClient> {
  const body = { username, password: 'bandeng-demo' };
  const { accessToken } = await createTestClient(origin).call('auth.staff', { body });
  return createTestClient(origin, accessToken);
}
