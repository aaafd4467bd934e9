interface PhoneFieldProps {
  readonly phone: string;
  readonly setPhone: (phone: string) => void;
}

export const PhoneField = ({ phone, setPhone }: PhoneFieldProps) => (
  <div className="field">
    <label className="field-label" htmlFor="phone">
      手机号
    </label>
    <input
      id="phone"
      className="box"
      type="tel"
      inputMode="numeric"
      autoComplete="tel-national"
      maxLength={11}
      placeholder="11 位手机号"
      value={phone}
      onChange={(event) => setPhone(event.target.value.replace(/\D/g, ""))}
    />
    {phone.length === 11 && !/^1[3-9]/.test(phone) && <p className="field-problem">请检查手机号，应以 13–19 开头</p>}
  </div>
);
