import type { RouteCall } from '@bandeng/contracts/types';

export type RequestState = NonNullable<NonNullable<RouteCall<'staff.informationRequests.list'>['query']>['status']>;

export { REQUEST_STATUS_LABELS as REQUEST_STATES } from '@bandeng/contracts/routes';
