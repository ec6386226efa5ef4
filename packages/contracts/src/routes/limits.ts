/** Numbers both ends keep to. Lengths are in UTF-16 code units, sizes in bytes, times in seconds. */
export const limits = {
  /** Items of a page when the caller does not say, and at most. */
  pageDefault: 20,
  pageMax: 100,
  /** JSON body (API.md: 413 above). */
  jsonBytes: 1_048_576,
  /** One uploaded file (API.md). */
  fileBytes: 20_971_520,
  /** Files one account may upload in a Shanghai day. */
  filesPerDay: 60,
  accessTokenSeconds: 900,
  refreshTokenSeconds: 30 * 86_400,
  /** A rotated refresh token shown again within this time gives the same successor (API.md). */
  refreshGraceSeconds: 60,
  /** For a lost phone: so many at a time, of so many letters and digits. */
  recoveryCodes: 10,
  recoveryCodeLength: 12,
  commentBody: 4_000,
  commentProposedText: 4_000,
  penName: 20,
  publicName: 20,
  requestName: 200,
  requestDescription: 2_000,
  feedbackText: 500,
  reportReason: 200,
  objectionText: 2_000,
  searchText: 60,
  subscriptions: 100,
  /** What one person may say was granted for one template at once. */
  creditsPerAnswer: 5,
  attachmentsPerRequest: 5,
  surveyQuestions: 50,
  /** A name written on the screen: its lines, and the numbers of their points in all. */
  signatureStrokes: 200,
  signatureNumbers: 4_000,
  enquiryTitle: 60,
  enquiryBody: 2_000,
  enquiryAnswer: 4_000,
  publicAnswer: 10_000,
  enquiryPhotos: 4,
  /** Pictures of a poster that hangs, and one of them in bytes. */
  photosPerPoster: 2,
  photoBytes: 10_485_760,
} as const;

/**
 * Calls a minute per client (address, or account when known). `login` is for what can be guessed: passwords, binding codes and
 * printed ones. `entry` is for codes that WeChat or the identity service gave and for refresh tokens: nobody guesses those, and behind
 * the one address of a mobile carrier stand thousands of people. `session` is one family of refresh tokens.
 */
export const ratePerMinute = {
  read: 600,
  search: 120,
  login: 20,
  entry: 1_200,
  session: 20,
  write: 60,
  upload: 30,
  staff: 600,
} as const;
