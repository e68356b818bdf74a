/** Who is looking, as far as the frame of the page shows it. */
export interface Viewer {
  readonly name: string;
  readonly email: string;
}
