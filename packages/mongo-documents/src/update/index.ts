export { checkSize, updatedBytes } from './encode-updated';
export { isReplacement, updateRequest, type UpdateRequest } from './update-request';
export { checkId, upserted } from './upsert';
