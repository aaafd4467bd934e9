/** What came of a step. */
export interface Outcome {
  readonly ok: boolean;
  readonly text: string;
  /** Nothing that follows makes sense without this step. */
  readonly fatal?: boolean;
}
