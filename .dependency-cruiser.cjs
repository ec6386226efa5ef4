/** The borders of docs/ARCHITECTURE.md. Types may cross where a rule says so; tests may reach for what they test. */
const test = '\\.test\\.tsx?$|/test/';
const model = '^apps/server/src/.+\\.model\\.ts$';
const typeOnly = 'type-only';

module.exports = {
  forbidden: [
    {
      name: 'apps-import-packages-only',
      severity: 'error',
      comment: 'An app is never a library of another app.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'packages-never-import-apps',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(apps|test|scripts)/' },
    },
    {
      name: 'packages-only-through-their-exports',
      severity: 'error',
      comment: 'Write @bandeng/x; a relative path into another package goes around its border.',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'rules-import-nothing',
      severity: 'error',
      comment: 'Only their data: the days off of config/holidays.',
      from: { path: '^packages/rules/src', pathNot: test },
      to: { pathNot: '^packages/rules/src|^config/holidays/' },
    },
    {
      name: 'contracts-import-zod-only',
      severity: 'error',
      from: { path: '^packages/contracts/src', pathNot: test },
      to: { pathNot: '^packages/contracts/src|^node_modules/zod/' },
    },
    {
      name: 'routes-and-client-without-zod',
      severity: 'error',
      comment: 'They are compiled into the mini-program, where zod does not run.',
      from: { path: '^packages/contracts/src/(routes/|client|api-error)', pathNot: test },
      to: {
        pathNot: '^packages/(contracts/src/(routes/|client|api-error)|rules/src/)',
        dependencyTypesNot: [typeOnly],
      },
    },
    {
      name: 'clients-run-routes-and-client-only',
      severity: 'error',
      comment: 'Of the workspace they run contracts/routes, contracts/client and rules (pure); schemas are for types.',
      from: {
        path: '^apps/(miniprogram|console)/src',
        // They check by schemas, each in a chunk of its own that is not part of the first load.
        pathNot: [test, '^apps/console/src/(features/catalog|lib/check)/'],
      },
      to: {
        path: '^packages/|^node_modules/zod/',
        pathNot: '^packages/(contracts/src/(routes/|client|api-error)|rules/src/)',
        dependencyTypesNot: [typeOnly],
      },
    },
    {
      name: 'catalog-desk-checks-texts-by-schema',
      severity: 'error',
      comment: 'In a browser zod runs; one schema of one cell, so that the chunk of the catalog stays small.',
      from: { path: '^apps/console/src/features/catalog/', pathNot: test },
      to: {
        path: '^packages/|^node_modules/zod/',
        pathNot: '^packages/(contracts/src/(routes/|client|api-error|schemas/entry-text)|rules/src/)',
        dependencyTypesNot: [typeOnly],
      },
    },
    {
      name: 'modules-through-their-index',
      severity: 'error',
      comment: 'Tests may use the fixtures of a neighbour.',
      from: { path: '^apps/server/src/modules/([^/]+)/' },
      to: {
        path: '^apps/server/src/modules/([^/]+)/',
        pathNot: ['^apps/server/src/modules/$1/', '/index\\.ts$', '\\.fixtures\\.ts$'],
      },
    },
    {
      name: 'only-repositories-import-models',
      severity: 'error',
      comment:
        'The model itself; the type of a record, which lives beside it, may be named by policies and presenters.',
      from: { path: '^apps/server/src', pathNot: ['\\.(repository|model)\\.ts$', test] },
      to: { path: model, dependencyTypesNot: [typeOnly] },
    },
    {
      name: 'platform-below-modules',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: test },
      to: { path: '^apps/server/src/modules/' },
    },
    {
      name: 'shared-below-features',
      severity: 'error',
      comment: 'On the client: ui and lib, then features, then pages; one way.',
      from: { path: '^apps/(miniprogram|console)/src/(ui|lib)/', pathNot: test },
      to: { path: '^apps/$1/src/(features|pages|subpackages)/' },
    },
    {
      name: 'features-below-pages',
      severity: 'error',
      from: { path: '^apps/miniprogram/src/features/', pathNot: test },
      to: { path: '^apps/miniprogram/src/(pages|subpackages)/' },
    },
    {
      name: 'no-feature-imports-another',
      severity: 'error',
      from: { path: '^apps/(miniprogram|console)/src/features/([^/]+)/' },
      to: { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    },
    {
      name: 'database-behind-mongoose',
      severity: 'error',
      comment: 'mongoose brings the driver; only the documents of the embedded engine know bson.',
      from: { pathNot: ['^packages/mongo-documents/', test] },
      to: { path: '^node_modules/(mongodb|bson)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle of types alone vanishes when compiled.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: [typeOnly] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nothing-undeclared',
      severity: 'error',
      comment: 'What is imported stands in a package.json.',
      from: { pathNot: test },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.jsx', '.json'],
    },
  },
};
