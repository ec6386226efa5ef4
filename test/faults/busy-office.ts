import type { InformationRequest } from '@bandeng/contracts/types';
import { createInsister } from './insist';
import { pause, post } from './neighbours';

const REQUESTS = '/api/v1/staff/information-requests';
/** The answer to a registration that was made already: its own answer was lost. */
const STATE_CONFLICT = 409;

interface Options {
  origin: () => string;
  /** The requests acknowledged so far, which the office is to register. */
  submitted: () => readonly string[];
}

/** An officer who registers requests as they come, each of which is told to its applicant; ends when all are through. */
export function startOffice({ origin, submitted }: Options) {
  const registered = new Set<string>();
  const unexpected: string[] = [];
  const logIn = async (at: string) => {
    const body = { username: 'officer', password: 'bandeng-demo' };
    const { status, body: session } = await post<{ accessToken: string }>(at, '/api/v1/auth/staff', body);
    if (status !== 200) throw new Error(`login of the officer: ${status}`);
    return session.accessToken;
  };
  const insist = createInsister({ origin, logIn, unexpected });
  let isStopped = false;

  async function register(id: string): Promise<void> {
    await insist(`${REQUESTS}/${id}/register`, { method: 'POST', body: '{}' }, [STATE_CONFLICT]);
    const request = await insist<InformationRequest>(`/api/v1/information-requests/${id}`);
    if (request?.receivedOn === null) unexpected.push(`${id} was registered and is ${request.status}`);
    registered.add(id);
  }

  const running = (async () => {
    for (;;) {
      const [next] = submitted().filter(id => !registered.has(id));
      if (next !== undefined) await register(next);
      else if (isStopped) return;
      else await pause(100);
    }
  })();
  return {
    registered,
    unexpected,
    /** Registers what is left, and ends. */
    stop: () => {
      isStopped = true;
      return running;
    },
  };
}
