/** What a section of an open page is told. */
export interface SectionProps {
  readonly tenant: string;
  /** Only what is at this node or below it. */
  readonly under?: string | undefined;
}
