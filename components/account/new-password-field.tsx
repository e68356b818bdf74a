import { PasswordField, type PasswordFieldProps } from "@/components/ui/password-field";

/** A password that somebody makes up here and now: says what is asked of it. */
export function NewPasswordField(props: PasswordFieldProps) {
  return (
    <PasswordField
      description="At least 8 characters. A few unrelated words do well."
      autoComplete="new-password"
      isRequired
      {...props}
    />
  );
}
