/** explain: which plan a query takes, and (executionStats) what it looked at. */
import { beginningOf } from '@bandeng/mongo-documents/aggregate';
import { docMember, listMember, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError, notSupported } from '@bandeng/mongo-documents/errors';
import type { Query } from '@bandeng/mongo-documents/query';
import { countAll, findDocuments } from '../query/find';
import type { IndexPlan, Plan } from '../query/plan';
import { findCollection, readerOf, type CommandContext, type Reply } from './context';
import { filterMembers, requestOf } from './request';

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

function planStage(plan: Plan | undefined, filter: Doc): Doc {
  const filtering = Object.keys(filter).length > 0 ? { filter } : {};
  switch (plan?.kind) {
    case undefined:
      return { stage: 'EOF' };
    case 'scan':
      return { stage: 'COLLSCAN', ...filtering, direction: plan.reverse ? 'backward' : 'forward' };
    case 'index':
      return { stage: 'FETCH', ...(plan.exact ? {} : filtering), inputStage: indexStage(plan) };
    case 'union':
      return { stage: 'FETCH', ...filtering, inputStage: { stage: 'OR', inputStages: plan.branches.map(indexStage) } };
  }
}

function explainQuery(context: CommandContext, request: Query, verbosity: string): Doc {
  const namespace = `${context.database}.${String(context.body[context.name])}`;
  const { filter, sort, skip, limit } = request;
  const { plan, sorts, results, stats } = findDocuments(readerOf(context), findCollection(context), request);
  let winningPlan = planStage(plan, filter);
  if (sorts) winningPlan = { stage: 'SORT', sortPattern: sort, inputStage: winningPlan };
  if (skip) winningPlan = { stage: 'SKIP', inputStage: winningPlan };
  if (limit) winningPlan = { stage: 'LIMIT', limitAmount: limit, inputStage: winningPlan };
  const queryPlanner = { namespace, parsedQuery: filter, winningPlan, rejectedPlans: [] };
  if (verbosity === 'queryPlanner') return { queryPlanner };
  const nReturned = countAll(results);
  return {
    queryPlanner,
    executionStats: {
      executionSuccess: true,
      nReturned,
      executionTimeMillis: 0,
      totalKeysExamined: stats.keysExamined,
      totalDocsExamined: stats.docsExamined,
      executionStages: winningPlan,
    },
  };
}

function explained(context: CommandContext, doc: Doc): Reply {
  const [host, port] = context.engine.address.split(':');
  const serverInfo = { host, port: Number(port), version: 'embedded' };
  return { doc: { explainVersion: '1', ...doc, command: context.body, serverInfo } };
}

/** Explains the query a pipeline begins with. */
export function explainPipeline(context: CommandContext, verbosity = 'queryPlanner'): Reply {
  const pipeline = listMember(context.body, 'pipeline') as Doc[];
  const { request, stages } = beginningOf(pipeline, requestOf('aggregate', context.body));
  const first = explainQuery(context, request, verbosity);
  const rest = pipeline.slice(stages);
  return explained(context, rest.length === 0 ? first : { stages: [{ $cursor: first }, ...rest] });
}

export function explain(context: CommandContext): Reply {
  const body = docMember(context.body, 'explain');
  const verbosity = String(context.body.verbosity ?? 'allPlansExecution');
  const [name] = Object.keys(body);
  if (name === undefined) throw new MongoError(9, 'explain needs a command');
  const inner = { ...context, body, name };
  if (name === 'aggregate') return explainPipeline(inner, verbosity);
  if (filterMembers[name] === undefined) throw notSupported(`explain of ${name}`);
  const statements = body.updates ?? body.deletes;
  const statement = Array.isArray(statements) ? (statements[0] as Doc) : body;
  return explained(inner, explainQuery(inner, requestOf(name, statement), verbosity));
}
