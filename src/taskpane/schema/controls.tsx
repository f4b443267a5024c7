import { Checkbox, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { keyOf } from "../controls/composing";

interface Common {
  readonly label: string;
  readonly disabled?: boolean;
  readonly hint?: string;
  readonly testId?: string;
}

/** A text that counts when its field is left: half a name is no name. */
export function TextControl({
  label,
  value,
  onCommit,
  hint,
  disabled = false,
  testId,
}: Common & { readonly value: string; readonly onCommit: (text: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== value) onCommit(typed.trim());
    setTyped(null);
  };
  return (
    <Field label={label} hint={hint} size="small">
      <Input
        size="small"
        value={typed ?? value}
        disabled={disabled}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (keyOf(event) === "Enter") commit();
        }}
        data-testid={testId}
      />
    </Field>
  );
}

/** A number, or nothing. */
export function NumberControl({
  label,
  value,
  onCommit,
  ...rest
}: Common & { readonly value: number | null; readonly onCommit: (number: number | null) => void }) {
  const commit = (text: string) => {
    const number = Number(text);
    if (text === "") onCommit(null);
    else if (Number.isFinite(number)) onCommit(number);
  };
  return <TextControl label={label} value={value === null ? "" : String(value)} onCommit={commit} {...rest} />;
}

export function SelectControl({
  label,
  value,
  options,
  onChange,
  hint,
  disabled = false,
  testId,
}: Common & {
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint} size="small">
      <Select
        size="small"
        value={value}
        disabled={disabled}
        onChange={(_, data) => onChange(data.value)}
        data-testid={testId}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function CheckControl({
  label,
  checked,
  onChange,
  testId,
}: Common & { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  return (
    <Checkbox
      size="medium"
      label={label}
      checked={checked}
      onChange={(_, data) => onChange(data.checked === true)}
      data-testid={testId}
    />
  );
}

/** Entries, one a line. Blank lines and second ones of a name do not count. */
export function LinesControl({
  label,
  lines,
  onCommit,
  problem,
  testId,
}: Common & {
  readonly lines: readonly string[];
  readonly onCommit: (lines: readonly string[]) => void;
  readonly problem?: string | undefined;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed === null) return;
    const seen = new Set<string>();
    const next = typed
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !seen.has(line.toLowerCase()) && seen.add(line.toLowerCase()));
    if (next.join("\n") !== lines.join("\n")) onCommit(next);
    setTyped(null);
  };
  return (
    <Field label={label} validationMessage={problem} size="small">
      <Textarea
        size="small"
        resize="vertical"
        rows={Math.min(8, Math.max(3, lines.length + 1))}
        value={typed ?? lines.join("\n")}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={commit}
        data-testid={testId}
      />
    </Field>
  );
}
