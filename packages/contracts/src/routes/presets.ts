/** The usual shapes of a route; a row spreads one and says what differs. */
/** Anybody reads. */
export const read = { method: 'GET', who: 'public', status: 200, limit: 'read' } as const;
/** A resident reads their own. */
export const own = { method: 'GET', who: 'resident', status: 200, limit: 'read' } as const;
/** A resident creates; the id is made by the client. */
export const create = { method: 'POST', who: 'resident', status: 201, limit: 'write' } as const;
/** A resident acts on something. */
export const act = { method: 'POST', who: 'resident', status: 200, limit: 'write' } as const;
/** Staff read. */
export const desk = { method: 'GET', status: 200, limit: 'staff' } as const;
/** Staff act. */
export const work = { method: 'POST', status: 200, limit: 'staff' } as const;
/** A login with a password, before anybody is known. */
export const login = { method: 'POST', who: 'public', status: 200, limit: 'login' } as const;
/** A login with something that cannot be guessed. */
export const enter = { ...login, limit: 'entry' } as const;
/** Who may read the requests of their units, and the figures counted from them. */
export const requestReaders = ['officer', 'head', 'legal', 'supervisor'] as const;
