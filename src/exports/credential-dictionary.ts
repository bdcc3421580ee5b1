/*
 * What packing and unpacking of credentials start from: the claims of one that holds every word there is. It is part of
 * the format. A changed letter makes every QR code and link that was ever given out unreadable, so a new text needs a new
 * format number beside this one.
 */
const lines = [
  '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context',
  '-3.0.3.json"],"id":"https://#credential-0000000000000000-0","type":["VerifiableCredential","OpenBadg',
  'eCredential"],"issuer":{"id":"https://","type":["Profile"],"name":""},"validFrom":"2026-11-30T00:00:',
  '00Z","validUntil":"2027-05-30T23:59:59Z","name":"Dastak","credentialSubject":{"id":"https://#learner',
  '-","type":["AchievementSubject"],"identifier":[{"type":"IdentityObject","hashed":false,"identityHash',
  '":"","identityType":"name"}],"activityEndDate":"2026-11-30T00:00:00Z","role":"warden","achievement":',
  '{"id":"https://#course-dastak","type":["Achievement"],"achievementType":"Course","name":"Dastak","de',
  'scription":"Practice of noticing distress, asking about suicide, persuading and connecting to help. ',
  'Prepares for training by professionals and refreshes it; does not replace it.","criteria":{"narrativ',
  'e":"Performed in the practice of the course; the evidence lists what. A web page cannot prove who sa',
  't at the phone."},"version":"0.1.0"}},"evidence":[{"type":["Evidence"],"name":"asks-directly","genre',
  '":"performed"},{"type":["Evidence"],"name":"secrecy","genre":"performed"},{"type":["Evidence"],"name',
  '":"safety-now","genre":"performed"},{"type":["Evidence"],"name":"hands-over","genre":"performed"},{"',
  'type":["Evidence"],"name":"follows-up","genre":"performed"},{"type":["Evidence"],"name":"cases","gen',
  're":"performed"},{"type":["Evidence"],"name":"call","genre":"performed"},{"type":["Evidence"],"name"',
  ':"none","genre":"truth"},{"type":["Evidence"],"name":"thoughts","genre":"truth"},{"type":["Evidence"',
  '],"name":"danger","genre":"truth"},{"type":["Evidence"],"name":"2026-12-20","genre":"refreshed"}],"c',
  'redentialStatus":{"id":"https://status/0000000000000000.jwt#0","type":"BitstringStatusListEntry","st',
  'atusPurpose":"revocation","statusListIndex":"0","statusListCredential":"https://status/0000000000000',
  '000.jwt"},"iss":"https://","sub":"https://#learner-","jti":"https://#credential-0000000000000000-0",',
  '"nbf":1795996800,"exp":1811721599}',
];

export const dictionary = new TextEncoder().encode(lines.join(''));
