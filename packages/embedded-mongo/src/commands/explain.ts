/** explain: which plan a query takes, and (executionStats) what it looked at. */
import { isDoc, type Doc } from '../bson/codec';
import { beginningOf, type Beginning } from '../aggregate/pipeline';
import { MongoError, notSupported } from '../errors';
import { collated } from '../query/collation';
import { countAll, findDocuments, type FindRequest } from '../query/find';
import type { IndexPlan, Plan } from '../query/plan';
import { docMember, findCollection, readerOf, type CommandContext, type Reply, letMember } from './context';
import { findRequest } from './find';

function indexStage(plan: IndexPlan): Doc {
  const { index } = plan;
  const scan = {
    stage: 'IXSCAN',
    keyPattern: index.spec.key,
    indexName: index.name,
    isMultiKey: index.multikey.some(Boolean),
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: index.partial !== undefined,
    direction: plan.reverse ? 'backward' : 'forward',
    boundFields: plan.boundFields,
    ranges: plan.ranges.length,
  };
  return plan.merge ? { stage: 'SORT_MERGE', inputStage: scan } : scan;
}

function planStage(plan: Plan, filter: Doc): Doc {
  const filtering = Object.keys(filter).length > 0 ? { filter } : {};
  switch (plan.kind) {
    case 'scan':
      return { stage: 'COLLSCAN', ...filtering, direction: plan.reverse ? 'backward' : 'forward' };
    case 'index':
      return { stage: 'FETCH', ...(plan.exact ? {} : filtering), inputStage: indexStage(plan) };
    case 'union':
      return { stage: 'FETCH', ...filtering, inputStage: { stage: 'OR', inputStages: plan.branches.map(indexStage) } };
  }
}

function explainQuery(context: CommandContext, name: string, request: FindRequest, verbosity: string): Doc {
  const collection = findCollection(context, name);
  const namespace = `${context.database}.${name}`;
  if (collection === undefined)
    return {
      queryPlanner: { namespace, parsedQuery: request.filter, winningPlan: { stage: 'EOF' }, rejectedPlans: [] },
      ...stats(verbosity, { stage: 'EOF' }, 0, 0, 0),
    };
  const finding = findDocuments(readerOf(context), collection, request);
  let winningPlan = planStage(finding.plan, request.filter);
  if (finding.sorts) winningPlan = { stage: 'SORT', sortPattern: request.sort, inputStage: winningPlan };
  if (request.skip) winningPlan = { stage: 'SKIP', inputStage: winningPlan };
  if (request.limit) winningPlan = { stage: 'LIMIT', limitAmount: request.limit, inputStage: winningPlan };
  const returned = verbosity === 'queryPlanner' ? 0 : countAll(finding.results);
  return {
    queryPlanner: { namespace, parsedQuery: request.filter, winningPlan, rejectedPlans: [] },
    ...stats(verbosity, winningPlan, returned, finding.stats.keysExamined, finding.stats.docsExamined),
  };
}

function stats(
  verbosity: string,
  executionStages: Doc,
  nReturned: number,
  totalKeysExamined: number,
  totalDocsExamined: number,
): Doc {
  if (verbosity === 'queryPlanner') return {};
  return {
    executionStats: {
      executionSuccess: true,
      nReturned,
      executionTimeMillis: 0,
      totalKeysExamined,
      totalDocsExamined,
      executionStages,
    },
  };
}

function serverInfo(context: CommandContext): Doc {
  const [host, port] = context.engine.address.split(':');
  return { host, port: Number(port), version: 'embedded' };
}

/** Explains the query a pipeline begins with. */
export function explainPipeline(context: CommandContext, pipeline: Doc[], verbosity = 'queryPlanner'): Reply {
  const { request, stages }: Beginning = beginningOf(pipeline, {
    variables: letMember(context.body),
    hint: context.body.hint,
    ...collated(context.body),
  });
  const first = explainQuery(context, String(context.body.aggregate), request, verbosity);
  const rest = pipeline.slice(stages);
  const doc = rest.length === 0 ? first : { stages: [{ $cursor: first }, ...rest] };
  return { doc: { explainVersion: '1', ...doc, command: context.body, serverInfo: serverInfo(context) } };
}

function requestOf(command: string, inner: Doc): FindRequest {
  const statement = (list: unknown): Doc => (Array.isArray(list) && isDoc(list[0]) ? list[0] : {});
  switch (command) {
    case 'find':
      return findRequest(inner);
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return {
        filter: docMember(inner, 'query'),
        sort: docMember(inner, 'sort'),
        hint: inner.hint,
        ...collated(inner),
      };
    case 'update': {
      const { q, hint, collation } = statement(inner.updates);
      return { filter: (q ?? {}) as Doc, hint, ...collated({ collation }) };
    }
    case 'delete': {
      const { q, hint, collation } = statement(inner.deletes);
      return { filter: (q ?? {}) as Doc, hint, ...collated({ collation }) };
    }
    default:
      throw notSupported(`explain of ${command}`);
  }
}

export function explain(context: CommandContext): Reply {
  const inner = docMember(context.body, 'explain');
  const verbosity = String(context.body.verbosity ?? 'allPlansExecution');
  const given = Object.keys(inner)[0];
  if (given === undefined) throw new MongoError(9, 'explain needs a command');
  const command = given === 'findandmodify' ? 'findAndModify' : given;
  const explained = { ...context, body: inner, name: given };
  if (command === 'aggregate') return explainPipeline(explained, inner.pipeline as Doc[], verbosity);
  const doc = explainQuery(explained, String(inner[given]), requestOf(command, inner), verbosity);
  return { doc: { explainVersion: '1', ...doc, command: inner, serverInfo: serverInfo(context) } };
}
