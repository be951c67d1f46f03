interface VerifySnippet {
  readonly id: string;
  readonly title: string;
  readonly where: string;
  readonly code: string;
}

/** How a receiver checks a call that came with the JSON as its body; `body` is what came, byte for byte. */
export const verifySnippets: readonly VerifySnippet[] = [
  {
    id: 'node',
    title: 'Node',
    where: 'with the unparsed body',
    code: `import { createHmac, timingSafeEqual } from 'node:crypto';

// header: the value of "producer-signature"; key: the Authentication Key
export function isFromZeptoMail(header, body, key) {
  const sent = /(?:^|;)s=([^;]*)/.exec(header)?.[1] ?? '';
  const given = Buffer.from(decodeURIComponent(sent), 'base64');
  const wanted = createHmac('sha256', key).update(body).digest();
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
`,
  },
  {
    id: 'java',
    title: 'Java',
    where: 'with the unparsed body',
    code: `import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class ZeptoMailCalls {
    // header: the value of "producer-signature"; key: the Authentication Key
    static boolean isGenuine(String header, byte[] body, String key) throws Exception {
        Matcher sent = Pattern.compile("(?:^|;)s=([^;]*)").matcher(header);
        if (!sent.find()) return false;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes("UTF-8"), "HmacSHA256"));
        byte[] given = Base64.getDecoder().decode(URLDecoder.decode(sent.group(1), "UTF-8"));
        return MessageDigest.isEqual(given, mac.doFinal(body));
    }
}
`,
  },
];
