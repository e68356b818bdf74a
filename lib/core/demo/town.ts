/** Somebody of the town who has an opinion. */
export interface TownActor {
  readonly name: string;
  readonly type: "person" | "organization" | "government" | "group" | "media";
  readonly canonical: string;
}

export const ACTORS: readonly TownActor[] = [
  { name: "Mayor Ruiz", type: "person", canonical: "Elena Ruiz" },
  { name: "the city council", type: "government", canonical: "City Council" },
  { name: "the Green Party", type: "organization", canonical: "Green Party" },
  { name: "the Traders’ Union", type: "organization", canonical: "Traders’ Union" },
  { name: "the cycling club", type: "group", canonical: "Cycling Club" },
  { name: "Councillor O’Neill", type: "person", canonical: "Sean O’Neill" },
  { name: "the transport ministry", type: "government", canonical: "Ministry of Transport" },
  { name: "residents of the Old Quay", type: "group", canonical: "Old Quay residents" },
  { name: "the Evening Post", type: "media", canonical: "Evening Post" },
  { name: "hospital director Lindqvist", type: "person", canonical: "Maja Lindqvist" },
  { name: "the tenants’ association", type: "organization", canonical: "Tenants’ Association" },
  { name: "the bus drivers 🚌 of line 9", type: "group", canonical: "Bus drivers" },
];

/** Something that somebody says; `noun` is what others call it afterwards. */
export interface TownClaim {
  readonly clause: string;
  readonly noun: string;
  readonly type: "demand" | "evaluation" | "factual" | "announcement";
  readonly concept: string;
}

export const CLAIMS: readonly TownClaim[] = [
  {
    clause: "the ring road must be closed to cars",
    noun: "the closing of the ring road",
    type: "demand",
    concept: "car ban",
  },
  {
    clause: "rents should be frozen for five years",
    noun: "the freeze on rents",
    type: "demand",
    concept: "rent freeze",
  },
  {
    clause: "the night buses will run every ten minutes from May",
    noun: "the new timetable",
    type: "announcement",
    concept: "night buses",
  },
  {
    clause: "the harbour tunnel is a waste of public money",
    noun: "the harbour tunnel",
    type: "evaluation",
    concept: "tunnel",
  },
  {
    clause: "traffic deaths have fallen by a third since 2019",
    noun: "the fall in traffic deaths",
    type: "factual",
    concept: "road safety",
  },
  {
    clause: "the old market hall has to stay in public hands",
    noun: "the sale of the market hall",
    type: "demand",
    concept: "public property",
  },
  {
    clause: "deliveries before dawn will be allowed again",
    noun: "the permit for deliveries",
    type: "announcement",
    concept: "deliveries",
  },
  {
    clause: "the cycle lanes are a great success",
    noun: "the network of cycle lanes",
    type: "evaluation",
    concept: "cycle lanes",
  },
  {
    clause: "two thousand flats stand empty in the centre",
    noun: "the count of empty flats",
    type: "factual",
    concept: "vacancy",
  },
  {
    clause: "speed cameras ought to be placed at every school",
    noun: "the plan for speed cameras",
    type: "demand",
    concept: "road safety",
  },
];

export interface Verdict {
  readonly words: string;
  readonly polarity: "favor" | "against" | "neutral";
  readonly explicitness: "explicit" | "implicit";
}

export const VERDICTS: readonly Verdict[] = [
  { words: "sharply criticised", polarity: "against", explicitness: "explicit" },
  { words: "welcomed", polarity: "favor", explicitness: "explicit" },
  { words: "voted against", polarity: "against", explicitness: "explicit" },
  { words: "has long campaigned for", polarity: "favor", explicitness: "implicit" },
  { words: "declined to comment on", polarity: "neutral", explicitness: "implicit" },
  { words: "shrugged at", polarity: "neutral", explicitness: "implicit" },
  { words: "stood up for", polarity: "favor", explicitness: "explicit" },
  { words: "warned of", polarity: "against", explicitness: "explicit" },
];

/** Sentences in which nothing is to be marked. */
export const FILLERS: readonly string[] = [
  "The meeting lasted until after ten in the evening.",
  "A vote is expected before the summer break.",
  "Rain kept the audience small, and the microphones failed twice.",
  "The figures had been published on the town’s website the week before.",
  "It was the third debate on the matter within a month.",
  "Copies of the report were handed out at the door.",
];

export const SOURCES: readonly string[] = [
  "Evening Post",
  "Harbour Herald",
  "City Radio",
  "The Northern Mail",
];
