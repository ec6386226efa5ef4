/** Of what is closed and never deleted: those in use, those that were closed, or both; in the address as `state`. */
export const STANDING = {
  name: 'state',
  label: '在用还是停用',
  all: '在用和停用的',
  options: [
    { value: 'current', label: '在用的' },
    { value: 'closed', label: '停用的' },
  ],
};
