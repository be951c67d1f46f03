import type { Connection } from '../connection.ts';

/** Go's own net/http against the API: net/smtp cannot be given an authority to trust. */
export function goSnippet(connection: Connection): string {
  return `package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
)

const body = \`{
  "from": {"address": ${JSON.stringify(connection.from)}},
  "to": [{"email_address": {"address": ${JSON.stringify(connection.to)}}}],
  "subject": "Hello from Go",
  "htmlbody": "<p>It works.</p>"
}\`

func main() {
	request, err := http.NewRequest("POST", ${JSON.stringify(`${connection.apiUrl}v1.1/email`)}, strings.NewReader(body))
	if err != nil {
		panic(err)
	}
	request.Header.Set("Authorization", ${JSON.stringify(`Zoho-enczapikey ${connection.token}`)})
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	answer, _ := io.ReadAll(response.Body)
	fmt.Println(response.Status, string(answer))
}
`;
}
