import { useId, type ReactNode } from 'react';

/** What a control takes over from its field. */
export interface FieldControl {
  id: string;
  status?: 'error' | undefined;
  'aria-invalid'?: true | undefined;
  'aria-describedby'?: string | undefined;
}

interface Props {
  /** What it is of, so that it can be gone to. */
  name?: string | undefined;
  label: string;
  /** Said under it, always. */
  hint?: ReactNode;
  faults: readonly string[];
  children: (control: FieldControl) => ReactNode;
}

/** A labelled control that says what is wrong with it. */
export function Field({ name, label, hint, faults, children }: Props) {
  const id = useId();
  const said = `${id}-said`;
  const isWrong = faults.length > 0;
  const isSaid = isWrong || Boolean(hint);
  return (
    <div className="field" data-field={name}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(isWrong && { status: 'error', 'aria-invalid': true }),
        ...(isSaid && { 'aria-describedby': said }),
      })}
      {isSaid && (
        <div id={said}>
          {isWrong && <div className="field-fault">{faults.join('；')}</div>}
          {hint && <div className="quiet">{hint}</div>}
        </div>
      )}
    </div>
  );
}

interface GroupProps {
  name?: string | undefined;
  label: string;
  faults?: readonly string[];
  children: ReactNode;
}

/** Several controls that belong together. */
export function FieldGroup({ name, label, faults = [], children }: GroupProps) {
  return (
    <fieldset className="plain-fieldset" data-field={name}>
      <legend>{label}</legend>
      {faults.length > 0 && <div className="field-fault">{faults.join('；')}</div>}
      {children}
    </fieldset>
  );
}
