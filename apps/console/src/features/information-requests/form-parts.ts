import type { InformationRequest } from '@bandeng/contracts/types';
import type { ActFormProps } from '../../ui/act-form';

/** What the form of an act on a request is given. */
export type ActProps = Pick<ActFormProps<object, unknown>, 'close'> & { id: string; request: InformationRequest };

export { required } from '../../lib/required';
export const day = [{ required: true, message: '请选一天' }];
