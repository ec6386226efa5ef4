/** Whose it is to tell an answer: who walks an area of the door (its id), or only its building; without a door, who took it down. */
export const keyOfBuilding = (buildingId: string): string => `in:${buildingId}`;
export const keyOfWorker = (staffId: string): string => `by:${staffId}`;
