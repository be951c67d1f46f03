import type { LanguageWords } from './language-words.ts';

export const english: LanguageWords = {
  oneTimeCode: `
    activation key, verification key, registration key, check in code, release code, entry code, door code,
    verification code*, verify code, security code, confirmation code, authentication code*,
    authorization code, authorisation code, access code, login code*, log in code, sign in code*,
    signin code, sign up code, signup code, one time code*, one time password*, one time passcode*,
    one time pin*, onetime code, single use code*, temporary code, temporary password,
    temporary login code, temporary verification code, activation code, validation code, reset code,
    password reset code, recovery code, pairing code, device code, 2fa code*, mfa code*,
    two factor code, two step code, digit code, character code, passcode*, otp*, totp, email code,
    magic code, approval code, transaction code, unlock code, user code, registration code,
    identity code, secure code, login token, security token, verification pin, verification number`,
  code: `
    code*, pin, token`,
  otherNumber: `
    order, order number, order no, order id, invoice*, receipt*, tracking*, track, parcel, shipment,
    consignment, ticket*, case, case number, case id, reference*, ref, booking*, reservation*,
    confirmation number, customer number, customer id, account number, account ending, account,
    ending in, ending with, ends in, card, iban, bic, sort code, routing, phone, tel, telephone,
    call us, call, fax, mobile, hotline, postcode*, post code, postal code, zip code, zip, po box,
    p.o. box, suite, street, st, ave, discount*, discount code, promo*, promo code, promotion code,
    promotional code, coupon*, coupon code, voucher*, voucher code, gift card*, gift code,
    offer code, referral code, use code, with code, checkout, order code, booking code, reservation code, pickup code, pick up code, collection code, delivery code, tracking code, customer code, client code, branch code, swift code, course code, airport code, area code, dialling code, dialing code, unsubscribe code, error codes, http code, product code, item, sku, serial*,
    model, version, release, build, error code, status code, exit code, source code, qr code,
    code review, code freeze, code of conduct, country code, dress code, bar code, barcode*, hs code,
    tax code, colour code, color code, colour, color, total, subtotal, amount, balance, price, vat,
    vat no, tax, tax id, company number, registered, registration number, flight, gate, seat, room,
    train, coach, bus, policy number, policy, claim, membership number, member number, member id,
    meeting id, conference, dial in, dial, issue, pull request, pr, commit, job, pipeline, contract,
    licence, license, quote, transaction id, transaction, payment id, reg, isbn, page, points, meter,
    locker, pickup, student number, employee, patient, since, copyright, follower*, subscriber*,
    steps`,
  discount: `
    discount*, % off, promo*, coupon*, voucher*, at checkout, sale, save up to, special offer`,
  unit: `
    min, mins, minute*, hour*, hrs, day*, second*, week*, month*, year*, digit*, character*, people,
    users, items, points, times, attempts, percent, kg, km, miles, mb, gb, kwh, usd, eur, gbp,
    members, orders, followers, views, reviews, steps, lbs, ml, cm, mm`,
  intent: `
    type these, type the, type them, type in the,
    paste, type in, key in, sign in, signing in, sign in attempt, log in, logging in, login, verify, verifying, verification,
    confirm your, confirm it's you, confirm that, expires, expire, valid for, do not share,
    don't share, never share, not share, two factor, two step, 2fa, enter, reset your password,
    new device, if you didn't request, if you did not request, didn't request, didn't ask,
    authenticate, authentication, your identity, type it, type this, copy and paste, finish signing,
    complete your, never ask`,
  resetPassword: `
    reset password, reset your password, reset my password, reset the password, reset it, reset pin,
    password reset, choose a new password, choose new password, create a new password,
    create new password, set a new password, set new password, set password, set your password,
    set up a new password, change password, change your password, change my password, new password,
    forgot password, forgot your password, forgotten password, recover your account, recover account,
    account recovery, pick a new password`,
  verify: `
    verify, verify email, verify your email, verify my email, verify address, verify account,
    confirm email, confirm your email, confirm my email, confirm email address, confirm address,
    confirm account, confirm my account, confirm your account, confirm registration,
    confirm subscription, confirm my subscription, confirm your subscription, confirm, activate,
    activate account, activate your account, activate my account, complete registration,
    complete your registration, complete sign up, finish setting up, validate, email verification,
    confirm change, confirm new email, confirm it's you, confirm your address, verify it's you,
    verify new address`,
  signIn: `
    sign in, log in, login, magic link, sign in link, login link, sign me in, log me in, sign in now,
    one click sign in, sign in to your, log in to, continue to sign in, secure link, open my session`,
  invitation: `
    accept invitation, accept the invitation, accept your invitation, accept invite,
    accept this invitation, accept, join, join now, join the team, join workspace, join team,
    invitation, view invitation, invited, invites you, invited you, accept and join, join project,
    join organization, respond to invitation`,
  unsubscribe: `
    unsubscribe*, opt out, email preferences, manage preferences, notification settings,
    manage notifications, manage your preferences, stop receiving, update your preferences,
    manage subscriptions, mailing preferences, email settings, turn off these, mute this`,
};
