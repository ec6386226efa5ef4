import type { RouteObject } from 'react-router';

/** Pages of requests for information, their letters and figures. */
export const requestPages: RouteObject[] = [
  {
    path: 'information-requests',
    lazy: async () => ({ Component: (await import('./features/information-requests/requests-page')).RequestsPage }),
  },
  {
    path: 'annual-report',
    lazy: async () => ({ Component: (await import('./features/annual-reports/annual-page')).AnnualPage }),
  },
  {
    path: 'annual-report/:unit/:year',
    lazy: async () => ({ Component: (await import('./features/annual-reports/report-page')).ReportPage }),
  },
  {
    path: 'information-requests/counter',
    lazy: async () => ({ Component: (await import('./features/information-requests/counter-page')).CounterPage }),
  },
  {
    path: 'information-requests/handed-on',
    lazy: async () => ({ Component: (await import('./features/information-requests/handed-on-list')).HandedOnList }),
  },
  {
    path: 'information-requests/handed-on/:id',
    lazy: async () => ({ Component: (await import('./features/information-requests/handed-on-page')).HandedOnPage }),
  },
  {
    path: 'information-requests/:id',
    lazy: async () => ({ Component: (await import('./features/information-requests/request-page')).RequestPage }),
  },
  {
    path: 'information-requests/:id/decide',
    lazy: async () => ({ Component: (await import('./features/information-requests/decide-page')).DecidePage }),
  },
  {
    path: 'publishing-proposals',
    lazy: async () => ({
      Component: (await import('./features/information-requests/publishing-page')).PublishingPage,
    }),
  },
  {
    path: 'information-requests/:id/public-answer',
    lazy: async () => ({
      Component: (await import('./features/information-requests/public-answer-page')).PublicAnswerPage,
    }),
  },
  {
    path: 'letter-kinds',
    lazy: async () => ({ Component: (await import('./features/letters/letter-kinds-page')).LetterKindsPage }),
  },
  {
    path: 'letter-kinds/:code',
    lazy: async () => ({ Component: (await import('./features/letters/letter-kind-page')).LetterKindPage }),
  },
  {
    path: 'information-requests/:id/letters/:key',
    lazy: async () => ({ Component: (await import('./features/information-requests/letter-page')).LetterPage }),
  },
  {
    path: 'information-requests/:id/papers/:fileId',
    lazy: async () => ({ Component: (await import('./features/information-requests/redact-page')).RedactPage }),
  },
  {
    path: 'information-requests/:id/redact-text',
    lazy: async () => ({
      Component: (await import('./features/information-requests/redact-text-page')).RedactTextPage,
    }),
  },
];
