import fc from 'fast-check';
import { startTestServer, type TestServer } from '../../testing';
import { commentInput, heardLetter, openConsultation, putDistrict } from './consultation.fixtures';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await putDistrict(server);
});
afterAll(() => server.stop());

/** `a` and `b` pick a comment among those there are. */
const Step = fc.record({
  act: fc.constantFrom('comment', 'comment', 'withdraw', 'answer', 'duplicate', 'unlink', 'record'),
  a: fc.nat(20),
  b: fc.nat(20),
  persons: fc.integer({ min: 1, max: 40 }),
});

/** Refusals are part of the game; only the office's and the authors' own rules refuse, never a fault of ours. */
const tolerate = async (call: Promise<unknown>) => {
  const outcome = await call.then(
    () => 200,
    (error: { status?: number }) => error.status ?? 0,
  );
  expect([200, 409, 422]).toContain(outcome);
};

describe('the ledger', () => {
  it('ledger: any order of comments, withdrawals, answers and links -> adds up with the records, and once all are answered it balances', async () => {
    const office = await server.asStaff('office');
    const authors = await Promise.all([1, 2, 3].map(() => server.asResident()));
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 3, maxLength: 25 }), async steps => {
        const { id } = await openConsultation(office);
        const made: { id: string; author: number | null; persons: number }[] = [];
        for (const { act, a, b, persons } of steps) {
          const body = commentInput();
          const [one, other] = [made[a % made.length], made[b % made.length]];
          const params = one && { id, commentId: one.id };
          if (act === 'comment') {
            const author = a % authors.length;
            await authors[author]!.call('consultations.comments.create', { params: { id }, body });
            made.push({ id: body.id, author, persons: 1 });
          } else if (act === 'record') {
            const letter = { ...heardLetter, id: body.id, target: body.target, body: body.body, persons };
            await office.call('staff.comments.record', { params: { id }, body: letter });
            made.push({ id: body.id, author: null, persons });
          } else if (!params) continue;
          else if (act === 'withdraw' && one.author !== null)
            await tolerate(authors[one.author]!.call('consultations.comments.withdraw', { params }));
          else if (act === 'answer')
            await tolerate(
              office.call('staff.comments.answer', { params, body: { result: 'partly', reason: '好。' } }),
            );
          else if (act === 'duplicate' || act === 'unlink')
            await tolerate(
              office.call('staff.comments.duplicate', {
                params,
                body: { duplicateOf: act === 'unlink' ? null : other!.id },
              }),
            );
        }
        const ledger = () => office.call('staff.consultations.ledger', { params: { id } });
        const before = await ledger();
        expect(before.received + before.duplicates).toBe(made.length);
        expect(before.received).toBe(
          before.adopted + before.partly + before.notAdopted + before.outOfScope + before.withdrawn + before.unanswered,
        );
        expect(before.balanced).toBe(before.unanswered === 0);
        const queue = await office.call('staff.comments.list', {
          params: { id },
          query: { queue: 'to_answer', limit: 100 },
        });
        expect(queue.items).toHaveLength(before.unanswered);
        for (const { id: commentId } of queue.items)
          await office.call('staff.comments.answer', {
            params: { id, commentId },
            body: { result: 'not_adopted', reason: '经费不够。' },
          });
        expect(await ledger()).toMatchObject({
          balanced: true,
          unanswered: 0,
          problems: [],
          received: before.received,
        });
      }),
      { numRuns: 12 },
    );
  });
});
