/** The inline image of the sample: three white waves on a blue square, 96 by 96 pixels, PNG. */
export const sampleLogo = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAAGAAAABgCAMAAADVRocKAAAACVBMVEX///8LXK3///9WypyeAAAAA3RSTlMA//9EUNYhAAAA9UlE',
    'QVR42u2awQ7DIAxD4/z/R+/QS6UycABXGrOPVZSHKMQSSURDmFSMhQ0Sp+8gsFHi9C0EoCUAWgKgJQBighoAiAlqACAmqAGAmGDA',
    '+QCIZYABRwDykgiQdxHpnlHB5ycIWQPkU8RyaEC2NYxnAZk1QtYA2VM/ngI00nUJWQN8i65+bwOqKx1tXvC7OfNveoBNpyvI4zx9',
    'P4K6jgs3PIhyslSjYlwP16rsvB+QFdZ+YD+wH9gP7Af2A/uB/cB+IPAD2A/sBxo/mH6R4iqs367/A/D7XagDOoEHdGP1DWt9y10/',
    'NKAfe9APbrwwevLC8Ixi/OcDy8Ynng9BZNUAAAAASUVORK5CYII=',
  ].join(''),
  'base64',
);
