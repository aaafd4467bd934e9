/** What every kind of field is drawn from. */
import type { Field, FieldKind } from "@ginkgo/shared/pack/form.ts";

export interface FieldProps<K extends FieldKind = FieldKind> {
  readonly field: Extract<Field, { kind: K }>;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly id: string;
  /** The case the form belongs to; absent while one is being begun. */
  readonly caseId?: string | undefined;
}
