export { Binary, decode, decodeExact, encode, isDoc, Long, Timestamp, type Doc } from './codec';
export { docMember, listMember, numberMember } from './members';
export { arrayParts, elementsOf, joinElements, nested, pickElements, rawDocuments, withIdFirst } from './raw';
