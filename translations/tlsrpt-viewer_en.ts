<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ArchiveWords</name>
    <message>
        <source>Of some reports it is not known any more with which import they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of rejected and ignored files is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched folders may be missing; look at Sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted findings may be missing and show again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive was made by an earlier version of this program and is up to date now. A copy of it as it was before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive not brought up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive was made by an earlier version of this program and must be brought up to date. The backup before that cannot be written, so nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, allow writing to the folder of the archive and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be read that can be saved; no new archive was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln report(s) saved.</source>
        <translation>
            <numerusform>%1 of %Ln report saved.</numerusform>
            <numerusform>%1 of %Ln reports saved.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import the files again that you still have: only what is missing is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next fetch reads the mailboxes from their beginning and adds what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Its imports once added %Ln more report(s) of which nothing is left: they are lost, unless you had removed them for good.</source>
        <translation>
            <numerusform>Its imports once added %Ln more report of which nothing is left: they are lost, unless you had removed them for good.</numerusform>
            <numerusform>Its imports once added %Ln more reports of which nothing is left: they are lost, unless you had removed them for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>Host not in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key does not match DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE records not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE record malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNSSEC broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE record missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate self-signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate chain incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate for another purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate name wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption not agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encryption offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy server too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy redirected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy file not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy server refused access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy server error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy server not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy not tried again yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy not fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS record wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS record missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy server: bad certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender’s own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE or DNSSEC wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy not fetched or invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other or no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>&quot;MTA-STS enforce&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the encryption of the mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the address that the report names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the certificate, its names and dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether the answer offers STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the policy file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the MTA-STS record and the mail servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the DANE records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the digest of the server’s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Postfix’s tool test DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the record that asks for reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the certificate of the policy server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the signatures of the DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try TLS 1.2, then TLS 1.3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those with most failed sessions in the last 7 days first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason unclear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificateCauses</name>
    <message>
        <source>Check every address of the server and every machine behind its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of %1 expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of a mail server expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached %1 and found that its certificate had expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached a mail server and found that its certificate had expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate is the identity card of a server and has an end date. After that date it no longer proves who the server is. Often the card was renewed, but the mail server still shows the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew the certificate and reload the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the renewal reload the server by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of %1 is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of a mail server is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached %1 and found a certificate that only becomes valid later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached a mail server and found a certificate that only becomes valid later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate, the identity card of a server, has a first day too. Either it was installed too early, or a clock is wrong: the server’s or the sender’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the start date of the certificate with today’s date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the server set its clock over the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the date is right and only one sender sees this, its clock is probably wrong: tell that sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of %1: wrong name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of a mail server: wrong name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached %1 and was shown a certificate for another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached a mail server and was shown a certificate for another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate is the identity card of a server. The name in the MX record, which says where your mail goes, must be one of the names on it. Otherwise the sender cannot tell your server from somebody else’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the name in the MX record to the names in the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or let the MX record name a server that is in the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the server has several certificates, make the right one its default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of %1 is self-signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of a mail server is self-signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached %1 and was shown a certificate that no public authority has signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached a mail server and was shown a certificate that no public authority has signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate is the identity card of a server. Anybody can make a self-signed one, so it proves nothing. Often it is the one that came with the server’s software.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a certificate for the server’s name from a public authority; there are free ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it together with its intermediate certificates and reload the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate chain of %1 is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate chain of a mail server is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached %1, but could not trace its certificate to an authority that the sender trusts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached a mail server, but could not trace its certificate to an authority that the sender trusts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server must show its own certificate and the intermediate ones that link it to a known authority. Browsers find missing links by themselves, mail servers do not. Here a link is missing, or the sender does not know the authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the full chain, often a file named fullchain.pem, instead of the server’s certificate alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the authority is your own, use a public one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of %1 is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of a mail server is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached %1, but did not trust its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached a mail server, but did not trust its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate is the identity card of a server and counts only if an authority that the sender knows has signed it. Usually an intermediate certificate is missing, the certificate is self-signed, or the authority is not a public one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the first check and read “Verify return code”: 20 or 21 means a missing intermediate certificate, 18 or 19 a self-signed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the full chain of a certificate from a public authority and reload the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of %1 is not meant for servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of a mail server is not meant for servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached %1 and was shown a certificate that may not be used by a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached a mail server and was shown a certificate that may not be used by a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate says what it may be used for: for signing mail, say, or for identifying a server. This one does not allow the latter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a certificate for TLS servers; it lists the use “serverAuth”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with its full chain and reload the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificateFindings</name>
    <message numerus="yes">
        <source>%1, %2 found the certificate of %3 expired.</source>
        <translation>
            <numerusform>%1, %2 found the certificate of %3 expired.</numerusform>
            <numerusform>%1, %2 found the certificate of %3 expired.</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificates of the mail servers of %1 expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 found expired certificates on all or nearly all mail servers of %3: %4.</source>
        <translation>
            <numerusform>%1, %2 found expired certificates on all or nearly all mail servers of %3: %4.</numerusform>
            <numerusform>%1, %2 found expired certificates on all or nearly all mail servers of %3: %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>As they expired together, the servers probably share one certificate or one renewal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the renewal once for all of these servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures of %1 at one address only: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, all failures that %2 reported for %3 happened at its address %4.</source>
        <translation>
            <numerusform>%1, all failures that %2 reported for %3 happened at its address %4.</numerusform>
            <numerusform>%1, all failures that %2 reported for %3 happened at its address %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 addresses of this server are known: %2.</source>
        <translation>
            <numerusform>%1 addresses of this server are known: %2.</numerusform>
            <numerusform>%1 addresses of this server are known: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>What fails there is told by the finding “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several machines can stand behind one name, each with an address of its own. Probably one of them was missed at the last change. Reports count successes for the whole name and not for each address, so this is concluded and not proven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the check against each address of the server and compare the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the machine at %1 the same certificate and settings as the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then, take its address out of DNS, the internet’s directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 found that the certificate of %3 does not contain the name of the server.</source>
        <translation>
            <numerusform>%1, %2 found that the certificate of %3 does not contain the name of the server.</numerusform>
            <numerusform>%1, %2 found that the certificate of %3 does not contain the name of the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 found the certificate of %3 self-signed: no public authority stands behind it.</source>
        <translation>
            <numerusform>%1, %2 found the certificate of %3 self-signed: no public authority stands behind it.</numerusform>
            <numerusform>%1, %2 found the certificate of %3 self-signed: no public authority stands behind it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 could not trace the certificate of %3 to an authority they know; probably an intermediate certificate, the link in between, is missing.</source>
        <translation>
            <numerusform>%1, %2 could not trace the certificate of %3 to an authority they know; probably an intermediate certificate, the link in between, is missing.</numerusform>
            <numerusform>%1, %2 could not trace the certificate of %3 to an authority they know; probably an intermediate certificate, the link in between, is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 found a certificate at %3 that only becomes valid later.</source>
        <translation>
            <numerusform>%1, %2 found a certificate at %3 that only becomes valid later.</numerusform>
            <numerusform>%1, %2 found a certificate at %3 that only becomes valid later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 found a certificate at %3 that may not be used by a server.</source>
        <translation>
            <numerusform>%1, %2 found a certificate at %3 that may not be used by a server.</numerusform>
            <numerusform>%1, %2 found a certificate at %3 that may not be used by a server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 did not trust the certificate of %3.</source>
        <translation>
            <numerusform>%1, %2 did not trust the certificate of %3.</numerusform>
            <numerusform>%1, %2 did not trust the certificate of %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientHelp</name>
    <message>
        <source>Open Google&apos;s page for credentials and make a project, if you have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under &quot;OAuth consent screen&quot;, choose &quot;Internal&quot; for a Workspace organisation; otherwise &quot;External&quot;, and add your own address as a test user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under &quot;Credentials&quot;, choose &quot;Create credentials&quot;, &quot;OAuth client ID&quot;, and &quot;Desktop app&quot; as its type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the client ID and the client secret into this program, and sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Microsoft&apos;s page for app registrations and choose &quot;New registration&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whose accounts may use it. For &quot;this organizational directory only&quot;, enter the organisation&apos;s domain here under &quot;Organisation&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the redirect URI, choose &quot;Public client/native (mobile &amp; desktop)&quot; and enter http://localhost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under &quot;API permissions&quot;, add the delegated permissions IMAP.AccessAsUser.All and offline_access of Microsoft Graph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &quot;Application (client) ID&quot; into this program, and sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the project is in testing, Google ends each permission after seven days. With an app password none of this is needed: make one in the account&apos;s security settings and sign in with it as the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The administrator of the organisation may have to allow it, and IMAP must be switched on for the mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to get a client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client ID tells the provider which program asks. It belongs to you, costs nothing, and is made once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Clues</name>
    <message>
        <source>others reached the same server with encryption on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others succeeded on that day, though reports do not tell with which server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same sender succeeded the day before and the day after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one of the sender’s networks is affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address that answered was never seen for this server, and others do not see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the same day the sender could not fetch the policy either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for days only this sender could not fetch the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server’s greeting, as this sender saw it, lacks the word STARTTLS, the offer of encryption that others saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sender was shown a policy that nobody else saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three senders or more see the same failure at the same server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it begins on a day on which the policy, the DANE records or the mail servers changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is spread over many of the sender’s networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others fail at the same address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was counted once or twice only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reports of this sender often show failures that pass by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server’s greeting shows rows of X, the mark of a firewall that inspects mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−%1 %2</source>
        <extracomment>Points for or against, and why</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests whether the archive is sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command check takes no file names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is sound: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more.</source>
        <translation>
            <numerusform>… and %Ln more.</numerusform>
            <numerusform>… and %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionCauses</name>
    <message>
        <source>Switch off the inspection of mail (SMTP) in firewalls in front of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 offered no encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail server offered no encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached %1, and it did not offer encryption or did not start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached a mail server, and it did not offer encryption or did not start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail server tells every sender that it can encrypt; the word for it is STARTTLS. If the word is missing, encryption is off on this server, the server cannot read its certificate, or a firewall in front of it removes the word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on TLS on the server and check that it can read its certificate and key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check every address of the server and every machine behind its name, from outside your own network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail server refused encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender asked %1 to start encryption, and the server refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender asked a mail server to start encryption, and the server refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server promises encryption (STARTTLS) but does not keep the promise. Usually it cannot read its certificate or key, or it has too much to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for TLS errors in the log of the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it can read its certificate and key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it happens now and then, look for overload and for limits on connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption with %1 could not be agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption with a mail server could not be agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender and %1 began to set up encryption, and it broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender and a mail server began to set up encryption, and it broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two found no version or method of encryption that both know, or the connection was cut in between. Very old or very strict settings on one side do that, and firewalls that look into mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer TLS 1.2 and TLS 1.3 with the usual ciphers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not ask senders for a certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If only one sender sees this, ask it which settings it uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting of the sender stopped the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender could not use its own list of trusted keys and so could not check %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender could not use its own list of trusted keys and so could not check the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trouble is in the settings of the sender. It says nothing about your server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do on your side, unless other senders report failures too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it goes on, tell the sender and show this report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures at %1, no reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures at a mail server, no reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender could not verify %1 and did not say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender could not verify a mail server and did not say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some senders never name a reason. Most likely, in this order: the server is not in the policy, its certificate has a wrong name or lacks a part, or sender and server found no common encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the checks in this order; they find most faults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether another sender names a reason for the same server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the checks find nothing and other senders succeed, ask this sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the words of the sender; they often name the fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If they find nothing, ask the sender what it means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures at %1, the report does not tell why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures at a mail server, the report does not tell why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reported a failure at %1, with a reason that this program does not know or that the policy in the report contradicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reported a failure, with a reason that this program does not know or that the policy in the report contradicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders may describe a failure in words of their own, and some call a server missing from a policy that lists it. What the report says is shown as it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Try &quot;tlsrpt-viewer --help&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive; without it, the one the window uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this recipient domain (repeatable).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this sender, by organisation or domain (repeatable).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day, UTC, like 2026-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day, UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only sts, tlsa, none or other (repeatable).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what did not pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no track; use sts, tlsa, none or other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day; write it like 2026-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To rescue it: tlsrpt-viewer rescue %1 NEW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <extracomment>A file, what happened to it, what to do</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report names &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 files: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 mails: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name behind --%1 is empty. Is a variable of the shell not set?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report matches the filter. The archive&apos;s reports are of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report matches the filter. The archive has none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaneCauses</name>
    <message>
        <source>DANE puts the key of your mail server into DNS, the internet’s directory, in signed entries called TLSA records. By them senders recognise the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish a TLSA record that begins with 3 1 1, followed by the SHA-256 digest of the server’s key: 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of %1 does not match DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of a mail server does not match DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached %1, but its key matches no published DANE record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender reached a mail server, but its key matches no published DANE record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the server has another key, and senders that check DANE do not deliver to a server they cannot recognise. Usually the certificate was renewed with a new key and the record was not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the digest of the server’s key, as one of the checks does, and publish it now beside the old record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the old record when twice its lifetime in DNS (TTL) has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next time publish the new record first and change the key afterwards, or keep the key when you renew the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE records of %1 cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE records of a mail server cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender found DANE records for %1, but none that mail servers can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender found DANE records, but none that mail servers can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For mail a record must begin with 3 or 2, and its digest must have the right length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then remove the records that cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE record of %1 is malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE record of a mail server is malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender found a DANE record for %1 that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender found a DANE record that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record is three small numbers and a row of hexadecimal digits; here one of them is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then remove the record that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNSSEC for %1 is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNSSEC for a mail server is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender asked DNS about %1 and got no answer with a valid signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender asked DNS about a mail server and got no answer with a valid signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNSSEC signs the answers of DNS, the internet’s directory, so that nobody can swap them on the way. When a signature is out of date or does not fit, a careful sender waits instead of trusting the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the signatures of the zone checked, first of the mail server, then of the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the zone again, or correct its DS record at the registrar. After a move to another provider the two often do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If only one sender saw it on a single day, its own DNS was probably at fault: wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no DANE record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail server has no DANE record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender looked for a signed DANE record of %1 and found none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender looked for a signed DANE record of a mail server and found none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is voluntary, but a sender may insist on it for a domain. A new or moved server often lacks the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish a TLSA record, in a zone signed with DNSSEC, for every mail server of the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or ask the sender not to insist on DANE for your domain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaneFindings</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A DANE record and what it says</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2 more</source>
        <translation>
            <numerusform>%1 and %2 more</numerusform>
            <numerusform>%1 and %2 more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 did not recognise %3: its key matches none of its published DANE records.</source>
        <translation>
            <numerusform>%1, %2 did not recognise %3: its key matches none of its published DANE records.</numerusform>
            <numerusform>%1, %2 did not recognise %3: its key matches none of its published DANE records.</numerusform>
        </translation>
    </message>
    <message>
        <source>The records have been the same since %1, so the key has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE records of %1 were replaced before its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE records of a mail server were replaced before its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 did not recognise %3: its DANE records were replaced, but it still has the old key.</source>
        <translation>
            <numerusform>%1, %2 did not recognise %3: its DANE records were replaced, but it still has the old key.</numerusform>
            <numerusform>%1, %2 did not recognise %3: its DANE records were replaced, but it still has the old key.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new records name a key that the server does not show yet, and senders that check DANE do not deliver to a server they cannot recognise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the old record again, beside the new one, at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then change the key of the server and reload it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the old record when twice its lifetime in DNS (TTL) has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 found DANE records of %3 that mail servers cannot use.</source>
        <translation>
            <numerusform>%1, %2 found DANE records of %3 that mail servers cannot use.</numerusform>
            <numerusform>%1, %2 found DANE records of %3 that mail servers cannot use.</numerusform>
        </translation>
    </message>
    <message>
        <source>The record %1 is %2.</source>
        <extracomment>%1 is a DANE record, %2 what is wrong with it: &quot;not usable: the digest is not hexadecimal&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNSSEC for %1 failed for a short time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNSSEC for %1 is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 asked DNS about %3 and got no answer with a valid signature.</source>
        <translation>
            <numerusform>%1, %2 asked DNS about %3 and got no answer with a valid signature.</numerusform>
            <numerusform>%1, %2 asked DNS about %3 and got no answer with a valid signature.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other sender saw it; between two servers of DNS such trouble comes and goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait. If it comes again, have the signatures of the zone checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some senders deliver to %1 only with DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 delivers to %2 only with DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 wanted to deliver to %3 only with DANE and found no signed DANE record.</source>
        <translation>
            <numerusform>%1, %2 wanted to deliver to %3 only with DANE and found no signed DANE record.</numerusform>
            <numerusform>%1, %2 wanted to deliver to %3 only with DANE and found no signed DANE record.</numerusform>
        </translation>
    </message>
    <message>
        <source>DANE of %1 is no longer seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 reported no DANE records for %3, although they had before.</source>
        <translation>
            <numerusform>%1, %2 reported no DANE records for %3, although they had before.</numerusform>
            <numerusform>%1, %2 reported no DANE records for %3, although they had before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They saw them last on %1.</source>
        <translation>
            <numerusform>They saw them last on %1.</numerusform>
            <numerusform>They saw them last on %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The records were: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either the records or the signatures of DNS (DNSSEC) were removed, or the mail moved to a server without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail was delivered, but no longer with the protection of DANE; what is left is MTA-STS, where there is a policy, or optional encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that was not intended, publish TLSA records for every mail server again, in a zone signed with DNSSEC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was, there is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of key of %1 prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of key of a mail server prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On %1 a new DANE record of %2 stood beside the old ones, as %3 saw it, and nothing failed.</source>
        <translation>
            <numerusform>On %1 a new DANE record of %2 stood beside the old ones, as %3 saw it, and nothing failed.</numerusform>
            <numerusform>On %1 a new DANE record of %2 stood beside the old ones, as %3 saw it, and nothing failed.</numerusform>
        </translation>
    </message>
    <message>
        <source>To publish the new record first and to change the key afterwards is the right order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do. Change the key when twice the lifetime of the records in DNS (TTL) has passed, and remove the old record afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayMarkWords</name>
    <message>
        <source>%1: new DANE records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>a domain, and the mode of its policy before and after</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: new policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a mark in a chart: &quot;15 Jul, example.org: new policy&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 begins: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 last seen: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deviations</name>
    <message>
        <source>Text begins with a byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text after the end of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers or characters beyond the usual range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the sender is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact address is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report number is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times carry no zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are not in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are written in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report covers more than one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report does not start at midnight UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report is about a day to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies are not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of policies is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results come without their policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of policy is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of policy is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of policy has capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the policy is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the policy is not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records are a list inside a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the policy end in blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy domain is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy domain is not the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy domain is written in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail servers of the policy are not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail servers of the policy begin with “mx:”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail servers of the policy have another key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count of the summary is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count is written as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count cannot be right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of failures is “null”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures are not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures do not add up to the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A failure has no count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A failure has no result type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result type is not a registered one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result type has capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both addresses are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address is not an IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server is not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server is written in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field has another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field holds something unexpected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field appears twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of policy is unknown: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result type is not a registered one: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count cannot be right: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address is not an IP address: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converted to UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read with a second parser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the contact’s domain is shown instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown as “not given”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognised by its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converted to UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted on its first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted on the day it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as a list of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a report without sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted as “other policy”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read without regard to case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mode shown as “not told”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as single records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blanks removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken from the mail, the file name or the other policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared in small letters, without final dot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“mx:” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as “mx-host”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted as no sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted as 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as an empty list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as far as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rates are taken from the summary, causes from the failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown as unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted without a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read under its proper name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read where possible, else left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of them was read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DomainFacts</name>
    <message>
        <source>Its MTA-STS policy is in mode enforce: senders that check it deliver only to servers they can verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its MTA-STS policy is in mode testing: mail is delivered even where the check fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its MTA-STS policy says “none”: the domain takes its policy back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its mail servers publish over DANE which certificate senders are to expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln condition(s) for enforce not met yet.</source>
        <translation>
            <numerusform>%Ln condition for enforce not met yet.</numerusform>
            <numerusform>%Ln conditions for enforce not met yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the name of a mail server: reports about its DANE records did not tell which domain the mail was for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln open finding(s) muted; the state does not count them.</source>
        <translation>
            <numerusform>%Ln open finding muted; the state does not count them.</numerusform>
            <numerusform>%Ln open findings muted; the state does not count them.</numerusform>
        </translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %Ln days</source>
        <translation>
            <numerusform>every %Ln days</numerusform>
            <numerusform>every %Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the last 30 days of reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sender(s)</source>
        <translation>
            <numerusform>%Ln sender</numerusform>
            <numerusform>%Ln senders</numerusform>
        </translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last report</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more sender(s)</source>
        <translation>
            <numerusform>and %Ln more sender</numerusform>
            <numerusform>and %Ln more senders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Domains</name>
    <message>
        <source>%1, the name of a mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The name of a mail server: reports about its DANE records told no domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more finding(s) muted</source>
        <translation>
            <numerusform>%Ln more finding muted</numerusform>
            <numerusform>%Ln more findings muted</numerusform>
        </translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worst open problem, else what the state means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest policy that senders applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the 30 days up to the domain&apos;s last report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of these sessions that were verified by MTA-STS or DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of these sessions that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open problems that ask for somebody&apos;s action; muted ones do not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reported about the domain, ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message>
        <source>The policy is in testing, so the mail was still delivered, but without encryption: others on the way could read it. Under enforce it would be delayed and may bounce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy demanded encryption. Senders then usually deliver the mail without it, so that others on the way could read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy demanded encryption, so the mail was delivered without it: others on the way could read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most senders still delivered the mail, encrypted, but could not be sure that it reached the right server. Stricter senders delayed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is in testing, so the mail was still delivered. It was encrypted, but no sender could be sure it reached the right server. Under enforce it would be delayed and may bounce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy demanded a proof, so the mail was delivered. It was encrypted, but no sender could be sure it reached the right server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy demanded more, so the mail was delivered. The report does not tell whether it was encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is in testing, so the mail was still delivered. Under enforce it would be delayed and may bounce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is in testing, so the mail was still delivered. The report does not tell whether it was encrypted. Under enforce it would be delayed and may bounce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is in enforce, so the sender did not deliver to this server. It tries the next one; where there is none, the mail was delayed and may have bounced after some days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sender that checks DANE does not deliver to this server. It tries the next one; where there is none, the mail was delayed and may have bounced after some days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender kept an earlier copy of the policy and went on using it, so the mail was still protected. When the copy is too old, that ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail was not stopped by this. A sender with an earlier copy of the policy goes on using it; all others deliver as if there were no policy, without its protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this mail the DANE records decided, not the MTA-STS policy. This failure alone does not tell whether it was delayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report names a kind of policy that is not known here, so it does not tell what became of the mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report does not contain the policy, so it does not tell what became of the mail. Under testing it was delivered; under enforce it was delayed and may have bounced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sender delivers to you only with DANE, so its mail was delayed and may have bounced. Mail from other senders is not affected by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is practically never an attack; it comes from set-up and maintenance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think of an attack only if one sender sees this while others reach the same server without trouble on the same days: then ask that sender which certificate it was shown. If all see it, it is the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody on the way between two mail servers can hide the offer of encryption, and it looks just like this. Look closer if one sender sees it while others do not, and if it stops by itself. If all see it on the same server, it is a fault of the server or of a firewall in front of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken alone this is no sign of an attack. Look closer if all failures come from one network of one sender while its other networks succeed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think of an attack only if you do not know the mail server that is named. Then check the MX records of the domain at once, from several networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tampering with DNS looks the same. If only one sender sees it, its own DNS or the way to it is more likely; if all see it, the fault is in your DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who keeps a sender from fetching the policy keeps it from learning that mail to you must be encrypted. Look closer if one sender fails for days while others succeed, and if the same sender also finds no encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner of the domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator of the mail servers of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator of the mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator of the web server mta-sts.%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator of the web server with the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator of the DNS of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator of the DNS of the mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender of the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody; there is nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnforceChartWords</name>
    <message>
        <source>refused, so delayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enforce did, by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enforce would have done, by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enforce did, by week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enforce would have done, by week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enforce did, by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enforce would have done, by month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnforceModelWords</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>first and last day: &quot;20 Oct – 31 Oct&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest policy that senders reported covers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest policy that senders reported does not cover it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. In the sender’s words: %2</source>
        <extracomment>a cause, and the reason as the sender wrote it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed sessions of the reports that name it. Where one report names several causes, a session may be counted at each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the details of the reports count it. One session may fail at several servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which line, or why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often senders that apply the MTA-STS policy counted a failure at this server, in all reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last named</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnforceSteps</name>
    <message>
        <source>Solve: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solve the other open problems of this domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 to the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is %1 one of your mail servers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders were led to it, no line covers it, and it belongs to another organisation. If it is yours, add a line “mx:” with its name; if not, look at the MX records of the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until all senders apply the same policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it stays like that, the id in the record was not changed with the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at the earliest, if all was mended on the day of the newest report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for reports of more senders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So few of them cannot have seen everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new id makes senders fetch the new policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test every mail server by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve servers, too: nobody may have needed them lately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish this policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a week, raise max_age to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is 30 days. With a week at first, a mistake is forgotten soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you add a mail server, add it to the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every mail server encryption and a valid certificate for its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In testing nothing is refused where one lacks it, but it is reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the names of the mail servers in place of MX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line each. The reports name none of them; this command does:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish this policy in testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back after 30 days of reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page then tells whether enforce is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text below has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, still in testing, and with a new id in the record: the next reports show whether that was all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is there, change the record in DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only now publish this policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is there, add this record to DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells senders that there is a policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for 30 days in testing without a session to refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only reports of more than 30 days ago tell of this, but a server in reserve may be needed again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnforceWords</name>
    <message>
        <source>There are no reports about it in the chosen days; it has some for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session was reported under a policy in testing for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of %1 sessions in testing would have been refused (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sessions in testing would have been refused (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session was reported under it in the chosen days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of %1 sessions was refused because of the policy (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sessions failed because of the policy, so that their mail was delayed (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer can be yes on %1 at the earliest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 conditions for enforce are met for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With enforce, %1 of the sessions for %2 would have been refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish a policy in testing first: it changes nothing for the mail, and senders report what enforce would refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can switch to enforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 None of them in the last 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some senders already enforce the policy of %1, others still test it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 A sender keeps an old policy until its max_age is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 enforces its policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to enforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy of %1 has the mode none, so it asks for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders apply a policy of %1, but no report tells its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the policy is in testing, begin with the text below; it leaves it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders find no MTA-STS policy for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln day(s) in testing</source>
        <translation>
            <numerusform>At least %Ln day in testing</numerusform>
            <numerusform>At least %Ln days in testing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln independent sender(s)</source>
        <translation>
            <numerusform>At least %Ln independent sender</numerusform>
            <numerusform>At least %Ln independent senders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln session(s), or reports on most days</source>
        <translation>
            <numerusform>At least %Ln session, or reports on most days</numerusform>
            <numerusform>At least %Ln sessions, or reports on most days</numerusform>
        </translation>
    </message>
    <message>
        <source>No open problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mail server is in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One policy in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) would have been refused</source>
        <translation>
            <numerusform>%Ln session would have been refused</numerusform>
            <numerusform>%Ln sessions would have been refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sender(s)</source>
        <translation>
            <numerusform>%Ln sender</numerusform>
            <numerusform>%Ln senders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all senders apply the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln different one(s)</source>
        <translation>
            <numerusform>%Ln different one</numerusform>
            <numerusform>%Ln different ones</numerusform>
        </translation>
    </message>
    <message>
        <source>Not detailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session that enforce would refuse, for 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that failures of these 30 days name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none (a policy that is not fetched refuses no mail)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A sentence of ours, then the words of the system: &quot;The file cannot be read. (Permission denied)&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged gzip data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged zip file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacks too far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many files inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a TLS report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impossible period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many failures listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive does not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive is newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file or folder cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped before the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is announced as a report, but has no bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed data ends after %1 bytes, before it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed data ends before it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gzip data is damaged at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gzip data is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zip file or one of its members is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zip file is protected by a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zip file is compressed with method %1, which is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zip file is compressed in a way that is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail is damaged and its parts cannot be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would be more than %1; reading stopped at this limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than the limit for one report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would unpack to more than %1 times its size; reading stopped there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would unpack to many times its size; reading stopped there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %1 files inside; the rest was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many files inside; the rest was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It unpacks to more than %1 in all; the rest was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It unpacks to too much in all; the rest was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containers lie inside containers, more than %1 deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containers lie inside containers, too deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At byte %1 the text is in no encoding that is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is in no encoding that is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At byte %1 it stops being valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not have the members of a TLS report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report does not say which days it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report has no list of policies and so no results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report lists more than %1 failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report lists too many failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no TLS report in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not an archive of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive was written by a newer version of this program (format %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive was written by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive may be read but not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive could not do what was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive does not hold this report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file or mail again from where it came; this copy is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was imported by then is kept; start again to import the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it with its password and import the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it with another program and import the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file or mail again. If it is the same, let the sender of the report know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do, unless you expected a TLS report here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the sender of the report can correct this; let it know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its folder and whether you may use the file, or choose another archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file as the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version, or choose another archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the other program is done and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow writing to the file, or choose another archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk and try again; what was imported is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, have the archive checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted; refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may write to that folder, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <extracomment>A file or other subject, what happened to it, what to do</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mailbox has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of mailboxes for the right name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it stays so for a while, ask whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server hung up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server ended the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server&apos;s answer is no IMAP that can be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that name and port are those of an IMAP server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server offers no encryption on this port, so nothing was sent to it, the password least of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose TLS with port 993, or ask whoever runs the server to offer STARTTLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tampered connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unencrypted text arrived where the encryption was to begin. Somebody may be tampering with the connection; it was ended, and no password was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try from another network, and tell whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encrypted connection to the mail server came about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port: TLS usually is 993, STARTTLS 143.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate cannot be trusted, so no password was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the certificate. If it is your own server&apos;s, name the file of its certificate authority, or trust this one certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server refused the user name or the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user name (often the whole mail address) and enter the password again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs an app password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail provider does not take the account&apos;s own password from programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an app password in the account&apos;s security settings at the provider and enter it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading mail with other programs (IMAP) is switched off for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch IMAP on in the mail settings at the provider, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permission to read this mailbox was taken back or has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no password for this mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password in the mailbox&apos;s settings, or name a command that prints it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password store failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password store of the desktop cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the password store, or name a command that prints the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password command failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command that is to print the password failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the command in a terminal to see what is wrong with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder does not exist in the mailbox any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folders of the mailbox again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail not delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server listed this mail but did not deliver it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked for again at the next fetch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailbox full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox is full, so mails cannot be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room in the mailbox. The reports are in the archive already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue what can be read into a new archive, or go back to a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permission to read this mailbox was not given at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again in the browser and allow it. If the organisation does not permit it, ask its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client ID refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail provider refuses the client ID, or what it was registered for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the client ID and the client secret with those on the provider&apos;s page. &quot;How to get a client ID&quot; in the mailbox&apos;s settings says how to register it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs the server has to renew its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server&apos;s name: use one that the certificate is made out to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail has %1; mails of more than %2 are not fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you expect a report in it, save it with a mail program and import the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is neither JSON nor gzip, zip or a mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS reports are small. If it is one all the same and you trust where it comes from, raise the limit in the preferences and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mails not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server refuses to mark mails in this folder, or to move mails into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports are in the archive already. Ask the server&apos;s administrator for the right to change this folder, or choose in the mailbox&apos;s settings to leave the mails as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network, the server&apos;s name and the port.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>%1 successful sessions, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainCommand</name>
    <message>
        <source>What it does to the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A policy and what the failure means under it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the name of your mail server for MX and your domain for DOMAIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it where connections to port 25 are allowed; many home and cloud networks block them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who must act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it an attack?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS reports are about mail sent to your domain, not about mail it sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what a kind of failure in a TLS report means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the report, like certificate-expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The failure-reason-code, in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command explain needs a result type, like certificate-expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command explain takes a result type and one reason; put the reason in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanations</name>
    <message>
        <source>Result type as sent, not a registered one: “%1”. Reason as sent: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result type as sent, not a registered one: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason as sent: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchCommand</name>
    <message>
        <source>%1: nothing new.</source>
        <extracomment>A mailbox, and what its fetch brought</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads what is new in the mailboxes into the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the outcome as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names; without any, all that are not paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mailbox to read. Add one with &quot;tlsrpt-viewer mailbox add&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchFindings</name>
    <message numerus="yes">
        <source>%1, %2 could not fetch the MTA-STS policy of %3.</source>
        <translation>
            <numerusform>%1, %2 could not fetch the MTA-STS policy of %3.</numerusform>
            <numerusform>%1, %2 could not fetch the MTA-STS policy of %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Policy of %1 could not be fetched several times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 could not be fetched for a short time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 could not fetch the MTA-STS policy of %3. Whether it works again, the next reports will tell.</source>
        <translation>
            <numerusform>%1, %2 could not fetch the MTA-STS policy of %3. Whether it works again, the next reports will tell.</numerusform>
            <numerusform>%1, %2 could not fetch the MTA-STS policy of %3. Whether it works again, the next reports will tell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 could not fetch the MTA-STS policy of %3; afterwards it worked again.</source>
        <translation>
            <numerusform>%1, %2 could not fetch the MTA-STS policy of %3; afterwards it worked again.</numerusform>
            <numerusform>%1, %2 could not fetch the MTA-STS policy of %3; afterwards it worked again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This happened %1 times within a month.</source>
        <translation>
            <numerusform>This happened %1 times within a month.</numerusform>
            <numerusform>This happened %1 times within a month.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait for the next reports, or fetch the file with the command to see whether it works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: it solved itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 cannot fetch the policy of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 could not fetch the policy of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 could not fetch the MTA-STS policy of %3, while others could in the same days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 could not fetch the MTA-STS policy of %3, while %4 could in the same days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When only one sender fails to fetch it, the usual reasons are protection against robots on the web server, an address of the server (often the IPv6 one) that does not answer, or settings for encryption that this sender does not share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the file with the command over IPv4 and over IPv6: add -4, then -6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let everybody read this one file: without a browser, from every country and as often as they like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer TLS 1.2 and TLS 1.3 on the web server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it works from everywhere, write to the postmaster of the sender and ask what it sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 did not accept the certificate of the web server mta-sts.%3, where the MTA-STS policy is.</source>
        <translation>
            <numerusform>%1, %2 did not accept the certificate of the web server mta-sts.%3, where the MTA-STS policy is.</numerusform>
            <numerusform>%1, %2 did not accept the certificate of the web server mta-sts.%3, where the MTA-STS policy is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 could not use the record in DNS that announces the MTA-STS policy of %3.</source>
        <translation>
            <numerusform>%1, %2 could not use the record in DNS that announces the MTA-STS policy of %3.</numerusform>
            <numerusform>%1, %2 could not use the record in DNS that announces the MTA-STS policy of %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 fetched the MTA-STS policy of %3 and could not accept it.</source>
        <translation>
            <numerusform>%1, %2 fetched the MTA-STS policy of %3 and could not accept it.</numerusform>
            <numerusform>%1, %2 fetched the MTA-STS policy of %3 and could not accept it.</numerusform>
        </translation>
    </message>
    <message>
        <source>MTA-STS policy of %1 is no longer found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no longer finds the MTA-STS policy of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 found no MTA-STS policy of %3, although they had used one before.</source>
        <translation>
            <numerusform>%1, %2 found no MTA-STS policy of %3, although they had used one before.</numerusform>
            <numerusform>%1, %2 found no MTA-STS policy of %3, although they had used one before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They used it last on %1.</source>
        <translation>
            <numerusform>They used it last on %1.</numerusform>
            <numerusform>They used it last on %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last policy had the mode none, so it was probably ended on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A TXT record named _mta-sts in DNS, the internet’s directory, announces it. If that record is missing, is there twice or has a mistake, senders act as if there were no policy. A disturbance of DNS looks the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave exactly one TXT record at _mta-sts.%1, of the form v=STSv1; id=20260101.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the policy file with the command and look for status 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you ended MTA-STS on purpose, there is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some senders do not apply the MTA-STS policy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not apply the MTA-STS policy of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 reported no policy for %3, while others applied the MTA-STS policy.</source>
        <translation>
            <numerusform>%1, %2 reported no policy for %3, while others applied the MTA-STS policy.</numerusform>
            <numerusform>%1, %2 reported no policy for %3, while others applied the MTA-STS policy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 reported no policy for %3, while %4 applied the MTA-STS policy.</source>
        <translation>
            <numerusform>%1, %2 reported no policy for %3, while %4 applied the MTA-STS policy.</numerusform>
            <numerusform>%1, %2 reported no policy for %3, while %4 applied the MTA-STS policy.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not every sender looks for it. One that does not encrypts when your server offers it, but does not insist. It may also be that it cannot see your record in DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a rule nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be sure, look up the TXT record _mta-sts.%1 from another network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open report files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports and what holds them (*.json *.gz *.zip *.eml *.mbox *.mbx *.msg *.tlsrpt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives (*.sqlite *.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives (*.sqlite)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingChartWords</name>
    <message>
        <source>%1: first seen</source>
        <extracomment>a mark in a chart: &quot;20 Oct: first seen&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: first seen, by %Ln sender(s) in all</source>
        <translation>
            <numerusform>%1: first seen, by %Ln sender in all</numerusform>
            <numerusform>%1: first seen, by %Ln senders in all</numerusform>
        </translation>
    </message>
    <message>
        <source>Occurrences per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed sessions per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occurrences per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed sessions per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occurrences per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed sessions per month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingEffects</name>
    <message>
        <source>The policy was in testing then, so the mail was delivered, but without encryption: others on the way could read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy was in testing then, so the mail was delivered. It was encrypted, but no sender could be sure it reached the right server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy was in testing then, so the mail was delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy was in enforce then, so these senders did not deliver to this server. They tried the next one; where there was none, the mail was delayed and may have bounced after some days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None so far: mail is delivered as usual. This is about how well it is protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You first, then the sender of the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender of the mail: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The senders of the mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingItemWords</name>
    <message>
        <source>%1 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sender(s)</source>
        <translation>
            <numerusform>%Ln sender</numerusform>
            <numerusform>%Ln senders</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it did to the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who must act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure we are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over, of little weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingNames</name>
    <message>
        <source>Expired certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired certificates on all servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address of a server fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate for another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encryption offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encryption at times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server not in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption not agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures without a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy cannot be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy not fetched for a short time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sender cannot fetch the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key changed, DANE records not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE records changed, key not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE records not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different policies in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy no longer found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender without the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither MTA-STS nor DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy kept for a short time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy allows any server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy entry never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNSSEC broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender demands DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE no longer seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one sender affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one network affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible interference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New DANE record prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports of one sender stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reports stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for enforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In testing for a long time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready for enforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures jumped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports deviate from the standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions reported twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy mode changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every finding starts with these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several senders saw it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four senders or more saw it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was seen on several days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was counted often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sender names the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy or record itself proves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was counted once or twice only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over 90 % of the sessions with that server succeed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reports do not tell with which server the other sessions succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reason is the one another sender named for the same server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>senders that check MTA-STS reach the same server without trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same sender succeeded before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 %2</source>
        <extracomment>Points for or against, and why: &quot;+20 several senders saw it&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected and enforcing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected by DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing, not protected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unprotected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reports alone make nothing surer than 99 of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was reported is never below 5 of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sender gives a reason that tells the cause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingParts</name>
    <message>
        <source>It was counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It was counted %1 times.</source>
        <translation>
            <numerusform>It was counted %1 times.</numerusform>
            <numerusform>It was counted %1 times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was counted %1 times on %2 days.</source>
        <translation>
            <numerusform>It was counted %1 times on %2 days.</numerusform>
            <numerusform>It was counted %1 times on %2 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 senders</source>
        <translation>
            <numerusform>%1 senders</numerusform>
            <numerusform>%1 senders</numerusform>
        </translation>
    </message>
    <message>
        <source>a sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>The end of a list of names</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 senders (%2, %3 and %4 more)</source>
        <translation>
            <numerusform>%1 senders (%2, %3 and %4 more)</numerusform>
            <numerusform>%1 senders (%2, %3 and %4 more)</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mail server of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2 more</source>
        <extracomment>%1 is a list of names, %2 how many are left out</extracomment>
        <translation>
            <numerusform>%1 and %2 more</numerusform>
            <numerusform>%1 and %2 more</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It was their only session in that time.</source>
        <translation>
            <numerusform>It was their only session in that time.</numerusform>
            <numerusform>It was their only session in that time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All their %1 sessions failed in that time.</source>
        <translation>
            <numerusform>All their %1 sessions failed in that time.</numerusform>
            <numerusform>All their %1 sessions failed in that time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of their %2 sessions failed in that time, for this and other reasons (%3).</source>
        <translation>
            <numerusform>%1 of their %2 sessions failed in that time, for this and other reasons (%3).</numerusform>
            <numerusform>%1 of their %2 sessions failed in that time, for this and other reasons (%3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of their %2 sessions failed in that time (%3).</source>
        <translation>
            <numerusform>%1 of their %2 sessions failed in that time (%3).</numerusform>
            <numerusform>%1 of their %2 sessions failed in that time (%3).</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason as sent: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE puts the key of your mail server into DNS, the internet’s directory, in signed entries called TLSA records. By them senders recognise the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An MTA-STS policy is a small file on your web server. It tells senders which mail servers are yours and that mail to them must be encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then change the id in the TXT record _mta-sts of the domain, so that senders fetch the new policy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingSections</name>
    <message numerus="yes">
        <source>and %1 more</source>
        <translation>
            <numerusform>and %1 more</numerusform>
            <numerusform>and %1 more</numerusform>
        </translation>
    </message>
    <message>
        <source>One more problem is muted and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problem is open but one that is muted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 more problems are muted and left out.</source>
        <translation>
            <numerusform>%1 more problems are muted and left out.</numerusform>
            <numerusform>%1 more problems are muted and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No problem is open but %1 that are muted.</source>
        <translation>
            <numerusform>No problem is open but %1 that are muted.</numerusform>
            <numerusform>No problem is open but %1 that are muted.</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2, an earlier time; now it is open again</source>
        <extracomment>a problem and the days of an earlier time of it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>Going on since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over: seen on %1 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Over: seen last on %1, after %2 days</source>
        <translation>
            <numerusform>Over: seen last on %1, after %2 days</numerusform>
            <numerusform>Over: seen last on %1, after %2 days</numerusform>
        </translation>
    </message>
    <message>
        <source>Confidence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where no reason was given, it is the one that another sender named for the same server in these days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: it was going on when the reports ended, on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsCommand</name>
    <message>
        <source>Tells what is wrong, since when, for whom, and what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit with status 4 when a finding of that severity or worse is open and not muted: critical, high, medium, low or info.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command findings takes no file names; import them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no severity; use critical, high, medium, low or info.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what began on that day or later, UTC.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsText</name>
    <message>
        <source>What to do: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who acts: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To check:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>How bad, and what: &quot;Critical: Certificate of mx2.example.org expired&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (muted)</source>
        <extracomment>%1 is the title of a finding</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect on the mail: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problem is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One problem is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 problems are open.</source>
        <translation>
            <numerusform>%1 problems are open.</numerusform>
            <numerusform>%1 problems are open.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no reports to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged by the reports up to %1. All days are UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GOING ON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OVER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to tell.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>One problem is open, since %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 problems are open, the worst since %2: %3.</source>
        <translation>
            <numerusform>%1 problems are open, the worst since %2: %3.</numerusform>
            <numerusform>%1 problems are open, the worst since %2: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last 30 days of reports %1 of %2 sessions were protected.</source>
        <translation>
            <numerusform>In the last 30 days of reports %1 of %2 sessions were protected.</numerusform>
            <numerusform>In the last 30 days of reports %1 of %2 sessions were protected.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serious problem is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders that check MTA-STS deliver only to servers they can verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders that check DANE deliver only to servers they recognise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is in testing and protects nothing yet; it can be switched to enforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is in testing: senders report, but it protects nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither an MTA-STS policy nor DANE demands encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last report is of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problem is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only results with failures are counted: %1 of the %2 sessions in them failed.</source>
        <translation>
            <numerusform>Only results with failures are counted: %1 of the %2 sessions in them failed.</numerusform>
            <numerusform>Only results with failures are counted: %1 of the %2 sessions in them failed.</numerusform>
        </translation>
    </message>
    <message>
        <source>One problem is open, but the reports say little about it so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 problems are open, but the reports say little about them so far.</source>
        <translation>
            <numerusform>%1 problems are open, but the reports say little about them so far.</numerusform>
            <numerusform>%1 problems are open, but the reports say little about them so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest report is of %1, %2 days ago. What has happened since then is not known.</source>
        <translation>
            <numerusform>The newest report is of %1, %2 days ago. What has happened since then is not known.</numerusform>
            <numerusform>The newest report is of %1, %2 days ago. What has happened since then is not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>What are TLS reports?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports about mail to your domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail systems that deliver to your domain (Google, Microsoft and others) write once a day how often an encrypted connection to your mail servers worked and why it did not. They send it to the address in your domain&apos;s _smtp._tls record. RFC 8460 says how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports count sessions, which are attempts to set up a connection. They do not count mails: one mail may need several sessions, and one session may carry many mails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected, no policy, failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected: the session was encrypted and the server was verified, by MTA-STS or DANE. No policy: the mail was delivered, but nothing was verified. Failed: the sender could not set up what the policy asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS and DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both tell senders to encrypt and to check whom they talk to. MTA-STS is a text file on a web server of your domain (RFC 8461); DANE is a TLSA record in signed DNS (RFC 7672).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What reports cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do not say which mail was concerned, and they give successes for a whole policy only, never for one mail server. Only some senders write them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About TLS Report Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS Report Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS Report Viewer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads SMTP TLS reports (RFC 8460), keeps them in one file and says what they mean. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Qt %1, SQLite, simdjson, QuaZip, zlib, GMime and libpsl.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Html</name>
    <message>
        <source>What the failures mean, and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who must act: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected, without policy and failed; hatched: nobody reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by TLS Report Viewer %1 on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for enforce?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message numerus="yes">
        <source>%Ln report(s) imported</source>
        <translation>
            <numerusform>%Ln report imported</numerusform>
            <numerusform>%Ln reports imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seen before</source>
        <translation>
            <numerusform>%Ln seen before</numerusform>
            <numerusform>%Ln seen before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in conflict with another copy</source>
        <translation>
            <numerusform>%Ln in conflict with another copy</numerusform>
            <numerusform>%Ln in conflict with another copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ignored (not TLS reports)</source>
        <translation>
            <numerusform>%Ln ignored (not TLS reports)</numerusform>
            <numerusform>%Ln ignored (not TLS reports)</numerusform>
        </translation>
    </message>
    <message>
        <source>Imports TLS reports from files and folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the outcome as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File or folder, of any kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command import needs a file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>%1: %2</source>
        <extracomment>One fact of a list: &quot;Mail server: mx2.example.org&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, still going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>The address of the sender&apos;s own server</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <extracomment>How often a failure was counted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your reports, newest first (day in UTC, server, address, result, count):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids of your reports:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %1 more</source>
        <translation>
            <numerusform>and %1 more</numerusform>
            <numerusform>and %1 more</numerusform>
        </translation>
    </message>
    <message>
        <source>TLS failures of your mail to %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failures of your mail to %1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dear postmaster,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your TLS reports (RFC 8460) tell of failures when your servers set up encryption for mail to %1. We are looking for the reason and ask for your help: what do your servers see, and was anything changed on your side in these days?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We write to %1, the contact address of your reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, and kind regards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports of %1 give no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact address in the reports of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other senders had no such failure in the same days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the address of whoever runs %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proposal: every mail domain must read mail to postmaster. Change it where you know a better address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failures at %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS failures at %1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first (day in UTC, server, address, result, count):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What usually mends it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To check:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>senders of mail to %1 report (RFC 8460) that they could not set up encryption with %2 as they should. Please mend it, or tell us what you find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS of mail to %1: %2</source>
        <extracomment>%1 is a domain, %2 the title of a finding</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS reports (RFC 8460) about mail to %1 tell of a problem that whoever runs its DNS and its policy can mend.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailboxCommand</name>
    <message>
        <source>Adds a mailbox that TLS reports arrive in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server (IMAP).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its port; without it 993 for tls and 143 for starttls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tls (from the first byte, the default), starttls, or plain (only to this very machine).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who signs in, often the whole mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this folder (repeatable); without it all but drafts and trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authorities (PEM) instead of the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust the one certificate with this SHA-256 fingerprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>password (the default) or oauth2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For oauth2: gmail or microsoft365.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For oauth2: your own registration at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command that prints the password, asked at each fetch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the password (for oauth2 the refresh token) from standard input, and keep it in the desktop&apos;s password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark mails as read once their reports are in the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move mails to this folder once their reports are in the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you call it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mailbox needs --host and --user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no security; use tls, starttls or plain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no port; use a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no way to sign in; use password or oauth2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use either --password-command or --password-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With oauth2 a mailbox needs --provider (gmail or microsoft365) and --client-id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use either --mark-read or --move-to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mails cannot be moved to the folder that they are read from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox %1 was added. Try &quot;tlsrpt-viewer mailbox test %1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command mailbox add needs one name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a mailbox %1 already; remove it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no password yet. Use --password-stdin or --password-command, or enter it in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no password on standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last try %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the mailboxes and when they were last read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command mailbox list takes no names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command needs the name of one mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects to a mailbox and says step by step how that goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox %1 was removed. Its reports stay in the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes a mailbox and its password. Nothing changes on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command mailbox needs add, list, test or remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln mail(s)</source>
        <translation>
            <numerusform>%1: %Ln mail</numerusform>
            <numerusform>%1: %Ln mails</numerusform>
        </translation>
    </message>
    <message>
        <source>The mailbox can be read; mails in these folders: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tlsrpt-viewer mailbox add NAME --host HOST --user USER …
tlsrpt-viewer mailbox list [--json]
tlsrpt-viewer mailbox test NAME
tlsrpt-viewer mailbox remove NAME
Each has a --help of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no host name; its port goes behind --port.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailboxRow</name>
    <message>
        <source>Last fetched %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was fetched into this archive yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paused: it is fetched only by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is fetched only by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first fetch by hand the next ones come by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next time %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not fetched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %Ln hour(s)</source>
        <translation>
            <numerusform>every %Ln hour</numerusform>
            <numerusform>every %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %Ln minute(s)</source>
        <translation>
            <numerusform>every %Ln minute</numerusform>
            <numerusform>every %Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>mailbox · %1 at %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New mails are fetched as they arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailboxWords</name>
    <message>
        <source>Connecting to %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted (%1), and the server&apos;s certificate is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in as %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking which folders there are …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the folder %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for reports …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching mails …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It expired on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not valid before %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made out to another server than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is signed by itself: no authority vouches for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its issuer is not an authority that is trusted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Files and folders to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads SMTP TLS reports (RFC 8460), keeps them and says what they mean.

Without a window, with options of their own (see COMMAND --help):
  tlsrpt-viewer import PATH…      read reports into the archive
  tlsrpt-viewer summary           what they say, as text, JSON, PDF, HTML or CSV
  tlsrpt-viewer findings          what is wrong, since when, and what to do
  tlsrpt-viewer fetch             read the mailboxes&apos; new reports into the archive
  tlsrpt-viewer mailbox           add, list, test and remove mailboxes
  tlsrpt-viewer explain TYPE      what a result type means and what to do
  tlsrpt-viewer check             whether the archive is sound
  tlsrpt-viewer rescue            what can be read of a damaged archive into a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on. These commands work without one: import, summary, findings, fetch, mailbox, explain, check, rescue. Try &quot;tlsrpt-viewer --help&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command comes first: tlsrpt-viewer %1 …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 %</source>
        <extracomment>A share; some languages want no blank before the sign.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 days</source>
        <translation>
            <numerusform>%1 days</numerusform>
            <numerusform>%1 days</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 hours</source>
        <translation>
            <numerusform>%1 hours</numerusform>
            <numerusform>%1 hours</numerusform>
        </translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 minutes</source>
        <translation>
            <numerusform>%1 minutes</numerusform>
            <numerusform>%1 minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 seconds</source>
        <translation>
            <numerusform>%1 seconds</numerusform>
            <numerusform>%1 seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A length of time: &quot;1 day 6 hours&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Date format: &quot;27 Oct&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Date format: &quot;27 Oct 2026&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>Date format: &quot;27 October 2026&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <extracomment>Date format: &quot;Wed 28 Oct 2026&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <extracomment>Two days of one month: &quot;9–11 Sep 2026&quot;; %1 is a day&apos;s number, %2 a full date</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A date and a time: &quot;1 Nov, 09:14&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewModels</name>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of this sender&apos;s sessions that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <extracomment>a problem and its first day: &quot;Certificate of mx2.example.org expired, since 20 Oct&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed, 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed sessions in the last 7 days of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed sessions over the period; each row has its own scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worst problem that goes on; double-click or press Enter here to open the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What senders applied on its newest day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pdf</name>
    <message>
        <source>Summary of TLS reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · written on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected, without policy and failed; hatched: nobody reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 occurrences named in the reports; %2 sessions failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the failures mean, and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who must act: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for enforce?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not shown: %Ln more row(s). The export as CSV has all.</source>
        <translation>
            <numerusform>Not shown: %Ln more row. The export as CSV has all.</numerusform>
            <numerusform>Not shown: %Ln more rows. The export as CSV has all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Policies</name>
    <message>
        <source>server key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authority’s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authority’s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, SHA-256</source>
        <extracomment>What a DANE record pins down, and how: &quot;server key, SHA-256&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, SHA-512</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a TLSA record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not usable for mail: begins with %1, must begin with 3 or 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not usable: the first number is %1, must be 3 or 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not usable: the second number is %1, must be 0 or 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not usable: the third number is %1, must be 0, 1 or 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not usable: the digest is not hexadecimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not usable: the digest has the wrong length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line “version: STSv1” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version is “%1”; it must be STSv1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line “mode:” is missing; it must be enforce, testing or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mode is “%1”; it must be enforce, testing or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line “max_age:” is missing; it says for how many seconds senders keep the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_age is “%1”; it must be a whole number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_age is “%1”; more than 31557600 seconds, one year, is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no line “mx:”, so no mail server may receive mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In “%1” the asterisk is in the wrong place; it may only be the whole first part, as in *.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has letters beyond a to z; write the name as DNS has it, with xn--.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line “mx:” names no server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names several servers; each needs a line of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has other text behind the name of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” appears more than once; only the first one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line “%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line of the policy covers %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The asterisk in %1 stands for one part of a name only, so it does not cover %2. Add the full name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy lists %1, the domain of the mail addresses, instead of its mail server %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 covers names in front of %2, but not %2 itself. Add the full name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 is written as in an old draft; today it needs an asterisk in front to cover %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 the asterisk is in the wrong place, so the line covers nothing, and not %2 either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another organisation than all servers in the policy. Did the mail move to another provider?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyCauses</name>
    <message>
        <source>An MTA-STS policy is a small file on your web server. It tells senders which mail servers are yours and that mail to them must be encrypted. A sender that never got the file does not know that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve the file itself, with status 200, at https://mta-sts.%1/.well-known/mta-sts.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve the file itself, with status 200, at /.well-known/mta-sts.txt on the server mta-sts of your domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then change the id in the TXT record _mta-sts of the domain, so that senders fetch the new policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail server is not in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender was sent to %1, but your MTA-STS policy does not list this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender was sent to a mail server that your MTA-STS policy does not list. The report does not name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy lists the mail servers that may receive your mail. A server that is not on the list counts as a stranger, even if it is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If %1 is yours, add a line “mx:” with its full name to the policy file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the MX records of the domain with the “mx:” lines of the policy file and add what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the server is not yours, correct the MX records of the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next time change the policy first and the MX records afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 could not be fetched: no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy could not be fetched: no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server mta-sts.%1 did not answer the sender in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server with the policy did not answer the sender in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the file over IPv4 and over IPv6: add -4, then -6, to the command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If one of them does not answer, mend it or remove its address from DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If both are quick and others can fetch it, the fault is probably on the way or at the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 could not be fetched: redirected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy could not be fetched: redirected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server mta-sts.%1 sent the sender to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server with the policy sent the sender to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders must not follow a redirect when they fetch it (RFC 8461, section 3.3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exempt this one address from rules that send visitors elsewhere, for example to “www”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 could not be fetched: no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy could not be fetched: no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server mta-sts.%1 answered that the policy file does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server answered that the policy file does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the server hosts several sites, check that the name mta-sts leads to the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 could not be fetched: access refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy could not be fetched: access refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server mta-sts.%1 refused to give the policy file to the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server refused to give the policy file to the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection against robots often takes mail servers for robots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let everybody read this one file: without a browser, from every country and as often as they like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the file from another network to see what senders see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 could not be fetched: error of the web server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy could not be fetched: error of the web server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server mta-sts.%1 answered with an error of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server with the policy answered with an error of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the log of the web server for that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 could not be fetched: server not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy could not be fetched: server not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender could not find the web server mta-sts.%1 or could not connect to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender could not find the web server with the policy or could not connect to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the name mta-sts of the domain exists in DNS and leads to the web server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that port 443 of the server is open, over IPv4 and IPv6: add -4, then -6, to the command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 not tried again yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy not tried again yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender had failed to fetch the policy shortly before and had not tried again yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This repeats an earlier failure; it is not a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the earlier failure of the same sender: its reason tells what to mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 could not be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy could not be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender knows that there is a policy for %1, but could not fetch it. The report does not say more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender knows that there is a policy, but could not fetch it. The report does not say more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the file with the command, once with -4 and once with -6, and look for status 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it works and only one sender sees this, look for protection against robots on the web server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS record of %1 is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS record is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender could not use the TXT record _mta-sts.%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender could not use the TXT record _mta-sts of the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record in DNS announces your MTA-STS policy. There must be exactly one, of the form v=STSv1; id=20260101. With two records, or with a mistake in it, senders act as if there were none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave exactly one TXT record that begins with v=STSv1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it an id of up to 32 letters and digits, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS record of %1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS record is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender did not find the TXT record _mta-sts.%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender did not find the TXT record _mta-sts of the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record in DNS announces your MTA-STS policy. A sender that still has a copy of the policy goes on using it until the copy is too old; new senders see none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the record again, of the form v=STSv1; id=20260101.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you want to end MTA-STS, first serve a policy with mode: none and wait until the longest max_age you ever served has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 is invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy is invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender fetched the policy file of %1, but could not accept what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender fetched the policy file, but could not accept what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often the server sends a web page instead of the file, a line is missing, or one “mx:” line holds several servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the file with these lines: version: STSv1, mode: testing or enforce, one mx: line for each mail server, and max_age: 604800 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of mta-sts.%1 was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of the policy server was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender did not accept the certificate of the web server mta-sts.%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender did not accept the certificate of the web server with the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts only if it comes from a server with a valid certificate for the name mta-sts of your domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a certificate from a public authority that contains the name mta-sts.%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a certificate from a public authority that contains the name mta-sts of your domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with its full chain and reload the web server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the renewal reload the server by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyFindings</name>
    <message>
        <source>%1 %2 was added</source>
        <extracomment>A line of a policy, like &quot;mx mail.example.org&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 became %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the older to the newer: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders apply different policies for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 applied an older MTA-STS policy of %3 while a newer one was in use.</source>
        <translation>
            <numerusform>%1, %2 applied an older MTA-STS policy of %3 while a newer one was in use.</numerusform>
            <numerusform>%1, %2 applied an older MTA-STS policy of %3 while a newer one was in use.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 applied an older MTA-STS policy of %3 while %4 applied a newer one.</source>
        <translation>
            <numerusform>%1, %2 applied an older MTA-STS policy of %3 while %4 applied a newer one.</numerusform>
            <numerusform>%1, %2 applied an older MTA-STS policy of %3 while %4 applied a newer one.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newer one was first seen on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The older one does not cover %1, which is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders keep a copy of it, here for up to %1, and may use the old one so long. After that either the id in the record _mta-sts was not changed, so that they do not notice the new policy, or several web servers give out different files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders keep a copy of it for a time and may use the old one so long. After that either the id in the record _mta-sts was not changed, so that they do not notice the new policy, or several web servers give out different files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do, as long as the copies are not too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the TXT record _mta-sts.%1 a new id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the policy file several times and compare: every web server behind mta-sts.%1 must serve the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the id after each change of the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has neither MTA-STS nor DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 found neither MTA-STS nor DANE for %3.</source>
        <translation>
            <numerusform>%1, %2 found neither MTA-STS nor DANE for %3.</numerusform>
            <numerusform>%1, %2 found neither MTA-STS nor DANE for %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1 sessions were without a policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without either of them encryption is optional, and somebody on the way between two mail servers can suppress it without anybody noticing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail was delivered, usually encrypted; but nothing demanded it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish a policy with mode: testing at https://mta-sts.%1/.well-known/mta-sts.txt. It changes nothing for the mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announce it with the TXT record _mta-sts.%1, of the form v=STSv1; id=20260101.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the reports have shown no failures for a month, change the mode to enforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes in the policy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 received an MTA-STS policy of %3 with a mistake.</source>
        <translation>
            <numerusform>%1, %2 received an MTA-STS policy of %3 with a mistake.</numerusform>
            <numerusform>%1, %2 received an MTA-STS policy of %3 with a mistake.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 received an MTA-STS policy of %3 with mistakes.</source>
        <translation>
            <numerusform>%1, %2 received an MTA-STS policy of %3 with mistakes.</numerusform>
            <numerusform>%1, %2 received an MTA-STS policy of %3 with mistakes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %1 more.</source>
        <translation>
            <numerusform>There are %1 more.</numerusform>
            <numerusform>There are %1 more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Senders read it line by line. Some forgive a mistake, others reject the whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct these lines in the policy file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders keep the policy of %1 for %2 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 received an MTA-STS policy of %3 with max_age: %4. After that time (%5) they forget it, unless they can fetch it again.</source>
        <translation>
            <numerusform>%1, %2 received an MTA-STS policy of %3 with max_age: %4. After that time (%5) they forget it, unless they can fetch it again.</numerusform>
            <numerusform>%1, %2 received an MTA-STS policy of %3 with max_age: %4. After that time (%5) they forget it, unless they can fetch it again.</numerusform>
        </translation>
    </message>
    <message>
        <source>The shorter senders remember it, the shorter somebody has to keep them from fetching it to get around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the policy has proven stable, set max_age to 2592000 (30 days) or more; at least to 604800 (a week).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 allows any server of the domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 received an MTA-STS policy of %3 with the entry %4.</source>
        <translation>
            <numerusform>%1, %2 received an MTA-STS policy of %3 with the entry %4.</numerusform>
            <numerusform>%1, %2 received an MTA-STS policy of %3 with the entry %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>This entry covers every computer of the domain. Whoever gets hold of one of them and a certificate for it could receive your mail (RFC 8461, section 10.4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name each mail server by its full name, one line “mx:” each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy entry %1 was never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, no report of %2 named a mail server that the entry %3 of the policy of %4 covers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be a reserve server that nobody needed, or an entry that is left over. Reports name servers mostly when something fails, so this is a hint and no proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the server exists, test it with the check, before it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it no longer exists, remove the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the mode enforce senders do not deliver to a server that they cannot verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the mode testing senders only report what they find and deliver in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mode none means that the policy is withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy of %1 changed from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On %1, %2 first saw the MTA-STS policy of %3 with the mode %4 instead of %5.</source>
        <translation>
            <numerusform>On %1, %2 first saw the MTA-STS policy of %3 with the mode %4 instead of %5.</numerusform>
            <numerusform>On %1, %2 first saw the MTA-STS policy of %3 with the mode %4 instead of %5.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail goes on being delivered; it is less protected than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail goes on being delivered; it is better protected than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that was not intended, set the mode to %1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyHistory</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE records of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE records, server not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>In a bar of the policy history: number of the policy and what it is, &quot;2 · enforce&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln report day(s)</source>
        <translation>
            <numerusform>%Ln report day</numerusform>
            <numerusform>%Ln report days</numerusform>
        </translation>
    </message>
    <message>
        <source>Set %1, %2, at %3: %4, %5</source>
        <extracomment>%1 number of the set, %2 &quot;2 records&quot;, %3 sender, %4 period, %5 &quot;12 report days&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1, mode %2, at %3: %4, %5</source>
        <extracomment>%1 number of the policy, %2 its mode, %3 sender, %4 period, %5 &quot;12 report days&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: policy %2 gave way to policy %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: set %2 of DANE records gave way to set %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: set %2 of the DANE records of %4 gave way to set %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>seen by %1 and %Ln more sender(s) on the same day</source>
        <translation>
            <numerusform>seen by %1 and %Ln more sender on the same day</numerusform>
            <numerusform>seen by %1 and %Ln more senders on the same day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seen first by %1, up to %2 by %Ln more sender(s)</source>
        <translation>
            <numerusform>seen first by %1, up to %2 by %Ln more sender</numerusform>
            <numerusform>seen first by %1, up to %2 by %Ln more senders</numerusform>
        </translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>a value of a policy before and after: &quot;testing → enforce&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadinessFindings</name>
    <message>
        <source>What stands against it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the mode testing senders only report what they find and deliver in any case; in the mode enforce they do not deliver to a server that they cannot verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail was delivered in any case, also where it could not be protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 days</source>
        <translation>
            <numerusform>%1 days</numerusform>
            <numerusform>%1 days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is ready for enforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The MTA-STS policy of %1 has been in testing for %2. In the last 30 days %3 reported %4 sessions, and none failed because of the policy.</source>
        <translation>
            <numerusform>The MTA-STS policy of %1 has been in testing for %2. In the last 30 days %3 reported %4 sessions, and none failed because of the policy.</numerusform>
            <numerusform>The MTA-STS policy of %1 has been in testing for %2. In the last 30 days %3 reported %4 sessions, and none failed because of the policy.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two things no report can tell: reserve servers that were not needed, and senders that send no reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes for the mail until you switch. From then on senders deliver only to servers that they can verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test every mail server of the domain with the check, reserve servers too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the line mode: testing of the policy file to mode: enforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave max_age at 604800 (a week) for the first week, then raise it to a month or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has been in testing for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The MTA-STS policy of %1 has been in testing for %2, as %3 reported.</source>
        <translation>
            <numerusform>The MTA-STS policy of %1 has been in testing for %2, as %3 reported.</numerusform>
            <numerusform>The MTA-STS policy of %1 has been in testing for %2, as %3 reported.</numerusform>
        </translation>
    </message>
    <message>
        <source>Testing is meant for the first weeks; it protects nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solve what still fails, then change the mode to enforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not ready for enforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The MTA-STS policy of %1 is in testing. Under enforce about %2 of the sessions that %3 reported (%4 of %5) would have been refused.</source>
        <translation>
            <numerusform>The MTA-STS policy of %1 is in testing. Under enforce about %2 of the sessions that %3 reported (%4 of %5) would have been refused.</numerusform>
            <numerusform>The MTA-STS policy of %1 is in testing. Under enforce about %2 of the sessions that %3 reported (%4 of %5) would have been refused.</numerusform>
        </translation>
    </message>
    <message>
        <source>Solve the open problems of %1; each is a finding of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the policy in testing until the reports have shown no failures for a month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>A number and how many are wanted: &quot;12 of 30&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days in testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 failed session</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 failed sessions</source>
        <translation>
            <numerusform>%1 failed sessions</numerusform>
            <numerusform>%1 failed sessions</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 senders that report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 open problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 open problems</source>
        <translation>
            <numerusform>%1 open problems</numerusform>
            <numerusform>%1 open problems</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mail server is not in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 different policies in use</source>
        <translation>
            <numerusform>%1 different policies in use</numerusform>
            <numerusform>%1 different policies in use</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No failed session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sender reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 senders report</source>
        <translation>
            <numerusform>%1 senders report</numerusform>
            <numerusform>%1 senders report</numerusform>
        </translation>
    </message>
    <message>
        <source>1 session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mail server seen is in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All senders apply the same policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new policy was seen on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server %1 failed for the first time on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail server failed for the first time on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New DANE records of %1 were seen on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New DANE records were seen on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reported for the first time on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sender reported for the first time on that day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportingFindings</name>
    <message>
        <source>None on the mail; this is about the reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders send TLS reports once a day to the address in the TXT record _smtp._tls of your domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the reports lie in the spam folder, or whether the mailbox is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that there is exactly one TXT record at _smtp._tls.%1, of the form v=TLSRPTv1; rua=mailto:…, and that its address receives mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reports from %1 about %2 since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last report of %1 about %2 is of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before, one came every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Before, one came every %1 days or more often.</source>
        <translation>
            <numerusform>Before, one came every %1 days or more often.</numerusform>
            <numerusform>Before, one came every %1 days or more often.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reports of %1 go on arriving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When one sender falls silent, it may have sent no mail to you, or its reports do not reach you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let mail from the address that sends these reports pass the spam filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reports about %1 at all since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last report about %1 is of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Before, %1 reported regularly.</source>
        <translation>
            <numerusform>Before, %1 reported regularly.</numerusform>
            <numerusform>Before, %1 reported regularly.</numerusform>
        </translation>
    </message>
    <message>
        <source>When all of them fall silent together, the record or the mailbox is the first place to look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None on the mail; but whatever breaks now, no report will tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a session failed, the sender tried the next mail server; where there was none, the mail was delayed and may have bounced after some days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy was in testing, so the mail was delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports do not tell what became of the mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures for %1 jumped on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On %1 the share of failed sessions under %2 rose from %3 to %4, as %5 reported.</source>
        <translation>
            <numerusform>On %1 the share of failed sessions under %2 rose from %3 to %4, as %5 reported.</numerusform>
            <numerusform>On %1 the share of failed sessions under %2 rose from %3 to %4, as %5 reported.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>%1 is a sentence without its full stop</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What failed is told by the finding “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A jump from one day to the next usually has one cause, a change of that day. Two things on one day need not belong together, but it is the first place to look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the other findings that begin on that day; they name the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what was changed on that day: certificate, mail server, policy, DNS, firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1; and %2 more</source>
        <translation>
            <numerusform>%1; and %2 more</numerusform>
            <numerusform>%1; and %2 more</numerusform>
        </translation>
    </message>
    <message>
        <source>Reports of %1 about %2 deviate from the standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, reports of %2 about %3 deviated from the standard (RFC 8460).</source>
        <translation>
            <numerusform>%1, reports of %2 about %3 deviated from the standard (RFC 8460).</numerusform>
            <numerusform>%1, reports of %2 about %3 deviated from the standard (RFC 8460).</numerusform>
        </translation>
    </message>
    <message>
        <source>What was noted: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program read these reports as far as possible and counts them. What it had to assume is listed at each report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody; only the sender could change its reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you do not know this sender, compare its numbers with those of others before you act on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each session for %1 is reported twice by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 reported the same sessions for %3 under MTA-STS and under DANE.</source>
        <translation>
            <numerusform>%1, %2 reported the same sessions for %3 under MTA-STS and under DANE.</numerusform>
            <numerusform>%1, %2 reported the same sessions for %3 under MTA-STS and under DANE.</numerusform>
        </translation>
    </message>
    <message>
        <source>One report does so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 reports do so.</source>
        <translation>
            <numerusform>%1 reports do so.</numerusform>
            <numerusform>%1 reports do so.</numerusform>
        </translation>
    </message>
    <message>
        <source>MTA-STS and DANE are two ways to demand encryption for mail: a file on a web server, and signed entries in DNS. This sender checks both and reports both. Here each session is counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody; there is nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On %1 the share of failed sessions without a policy rose from %2 to %3, as %4 reported.</source>
        <translation>
            <numerusform>On %1 the share of failed sessions without a policy rose from %2 to %3, as %4 reported.</numerusform>
            <numerusform>On %1 the share of failed sessions without a policy rose from %2 to %3, as %4 reported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1 reports a second version with other numbers arrived; the newer one counts, and both are kept.</source>
        <translation>
            <numerusform>Of %1 reports a second version with other numbers arrived; the newer one counts, and both are kept.</numerusform>
            <numerusform>Of %1 reports a second version with other numbers arrived; the newer one counts, and both are kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent reports about %2 in two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, reports of %2 about %3 contradict each other.</source>
        <translation>
            <numerusform>%1, reports of %2 about %3 contradict each other.</numerusform>
            <numerusform>%1, reports of %2 about %3 contradict each other.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reports of %1 about %2 may come from somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, reports of %2 about %3 named %4 for contact, which is not the house that sent them.</source>
        <translation>
            <numerusform>%1, reports of %2 about %3 named %4 for contact, which is not the house that sent them.</numerusform>
            <numerusform>%1, reports of %2 about %3 named %4 for contact, which is not the house that sent them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 your own mail server noted for %2 mails with such reports that the signature (DKIM) did not match.</source>
        <translation>
            <numerusform>%1 your own mail server noted for %2 mails with such reports that the signature (DKIM) did not match.</numerusform>
            <numerusform>%1 your own mail server noted for %2 mails with such reports that the signature (DKIM) did not match.</numerusform>
        </translation>
    </message>
    <message>
        <source>Anybody can send a report in somebody else’s name. Often a service sends them for others, or a mailing list changed the mail on its way, which is harmless; but do not build on such numbers alone. The program counts them all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: whether to believe these reports is yours to decide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RescueCommand</name>
    <message>
        <source>Saves what can be read of a damaged archive into a new one. The damaged one is never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the outcome as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new archive; no such file may exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command rescue needs the damaged archive and the name of a new one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SenderFindings</name>
    <message>
        <source>What failed is told by the finding “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In the same days %1 had %2 sessions without this failure.</source>
        <translation>
            <numerusform>In the same days %1 had %2 sessions without this failure.</numerusform>
            <numerusform>In the same days %1 had %2 sessions without this failure.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 reports failures for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, only %2 reported this failure for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault of your server would show in the reports of others too. So the cause is probably with this sender or on the way from there. It may also be stricter than others: about the authorities it trusts, about versions of encryption, or by using IPv6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That alone does not tell which side must act. This sender may be stricter than others: about the authorities it trusts, about versions of encryption, or by using IPv6. So check your own server first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the check from another network than your own, over IPv4 and over IPv6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it finds nothing, write to the postmaster of the sender with these facts: days, server, addresses and counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All failures for %1 come from one network of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, all failures that %2 reported for %3 came from its network %4; its other networks had none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large sender delivers from several networks. When one of them has trouble and the others have none, the way between that network and your server is the first place to look: a firewall, a block list, a route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether a firewall or a block list treats %1 in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not, write to the postmaster of the sender and name the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible interference between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 could not set up encryption with %3.</source>
        <translation>
            <numerusform>%1, %2 could not set up encryption with %3.</numerusform>
            <numerusform>%1, %2 could not set up encryption with %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 could not set up encryption with %3 from its network %4.</source>
        <translation>
            <numerusform>%1, %2 could not set up encryption with %3 from its network %4.</numerusform>
            <numerusform>%1, %2 could not set up encryption with %3 from its network %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody on the way between two mail servers can suppress encryption or put a server of their own in between. It looks like this, and so do harmless faults: a firewall that inspects mail, one machine of several that is set up differently, a route that was broken for a while, trouble with DNS. Reports cannot tell them apart; a person has to look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the MX records and the addresses of the server from several networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the check against every address, and see whether a firewall in front of the server inspects mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the postmaster of the sender which address and which certificate it saw, and how the way there looks from its side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it harder: mode enforce with a max_age of weeks, DANE, and a long lifetime (TTL) of the record _smtp._tls.%1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Senders</name>
    <message>
        <source>Failures in %1 of %2 stretches of the period, no report in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %Ln days</source>
        <translation>
            <numerusform>every %Ln days</numerusform>
            <numerusform>every %Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>no policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which policies this sender applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of this sender&apos;s sessions that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days with at least one report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odd reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports that differ from RFC 8460 in some way; they were read all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occurrences: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red: share of sessions that failed. Hatched: no report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a sender and its worst finding</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerFindings</name>
    <message numerus="yes">
        <source>%1, %2 asked %3 to start encryption, and it refused.</source>
        <translation>
            <numerusform>%1, %2 asked %3 to start encryption, and it refused.</numerusform>
            <numerusform>%1, %2 asked %3 to start encryption, and it refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 reached %3, and it offered no encryption.</source>
        <translation>
            <numerusform>%1, %2 reached %3, and it offered no encryption.</numerusform>
            <numerusform>%1, %2 reached %3, and it offered no encryption.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 offers no encryption at times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail server offers no encryption at times</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 reached %3 and it offered no encryption now and then, in %4 of the sessions.</source>
        <translation>
            <numerusform>%1, %2 reached %3 and it offered no encryption now and then, in %4 of the sessions.</numerusform>
            <numerusform>%1, %2 reached %3 and it offered no encryption now and then, in %4 of the sessions.</numerusform>
        </translation>
    </message>
    <message>
        <source>A mail server tells every sender that it can encrypt; the word for it is STARTTLS. Here the word is missing only sometimes. Usually one of several machines behind the name is set up differently, or the server leaves encryption out when it has too much to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the check several times, and against every address of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every machine behind the name the same settings and the same certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the log of the mail server for overload, and raise its limits for connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 came to %3, which the MTA-STS policy of %4 does not cover.</source>
        <translation>
            <numerusform>%1, %2 came to %3, which the MTA-STS policy of %4 does not cover.</numerusform>
            <numerusform>%1, %2 came to %3, which the MTA-STS policy of %4 does not cover.</numerusform>
        </translation>
    </message>
    <message>
        <source>The policy lists: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others already apply a newer policy that covers it; here an older copy is still in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out whether your mail has moved to another provider. If so, write that provider’s mail servers into the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown mail server: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 came to %3, a mail server that no policy of %4 lists and that no report had named before.</source>
        <translation>
            <numerusform>%1, %2 came to %3, a mail server that no policy of %4 lists and that no report had named before.</numerusform>
            <numerusform>%1, %2 came to %3, a mail server that no policy of %4 lists and that no report had named before.</numerusform>
        </translation>
    </message>
    <message>
        <source>Senders find your mail servers through the MX records of your domain in DNS, the internet’s directory. If the server is yours and new, the policy does not know it yet. If it is not yours, these records were changed, or a sender was given a wrong answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out whether %1 belongs to you or to your mail provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out which server is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does, add a line “mx:” with its full name to the policy file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does not, compare the MX records from several networks at once, and look who can change your DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, setting up encryption broke off between %2 and %3.</source>
        <translation>
            <numerusform>%1, setting up encryption broke off between %2 and %3.</numerusform>
            <numerusform>%1, setting up encryption broke off between %2 and %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only one sender reports it, so very old or very strict settings of either side may be the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 could not check %3 and named a setting of their own as the reason.</source>
        <translation>
            <numerusform>%1, %2 could not check %3 and named a setting of their own as the reason.</numerusform>
            <numerusform>%1, %2 could not check %3 and named a setting of their own as the reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 could not verify %3 and gave no reason.</source>
        <translation>
            <numerusform>%1, %2 could not verify %3 and gave no reason.</numerusform>
            <numerusform>%1, %2 could not verify %3 and gave no reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 could not verify %3.</source>
        <translation>
            <numerusform>%1, %2 could not verify %3.</numerusform>
            <numerusform>%1, %2 could not verify %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason given, “%1”, does not tell the cause.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended during this import. What was read is kept; import again for the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watched folder · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same report counts once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another copy of a report with other numbers; the newer one counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and mails that are no TLS reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item, and where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetched from a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>no server, policy level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given in the reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no mail hosts listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the mail to your domains protected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>only %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepared by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tries to encrypt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports count successes for a whole domain, so there are only failures here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the senders applied them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more time(s)</source>
        <translation>
            <numerusform>and %Ln more time</numerusform>
            <numerusform>and %Ln more times</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody reported on: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sender(s)</source>
        <translation>
            <numerusform>%Ln sender</numerusform>
            <numerusform>%Ln senders</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one try of a sender to set up encryption with a mail server. It is not one mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted, and the sender made sure that it spoke to the right server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sender found no policy to check; encryption was optional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session did not meet the policy. It says nothing about a mail having vanished: senders try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MTA-STS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a policy on a web server. In testing mode senders only report, in enforce mode they refuse to deliver over an unproven connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys of the mail server in signed DNS (TLSA records).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occurrence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one cause named in a report; a session can have several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS reports are about mail sent to these domains, not about mail they send. All days are UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example %1</source>
        <extracomment>what is told is about this one of several domains</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do stands with the problem, under “Problems found”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryCommand</name>
    <message>
        <source>Sums up what the archive says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one HTML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table for --csv: days, domains, senders, servers, result-types, policies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper of the PDF: a4 or letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the PDF and the HTML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of whoever hands it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command summary takes no file names; import them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no paper size; use a4 or letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one table (days, or that of --table) to a file, or every table into a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--table chooses what --csv writes; use both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--paper is for --pdf; use both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--title and --prepared-by are for --pdf and --html; use one of these, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 writes a file; name it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryText</name>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no server, policy level)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period %1, reports on %2 of %3 days. All days are UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS reports are about mail sent to these domains, not about mail they send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed, 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domains. %1</source>
        <extracomment>a heading, and how the list below it is sorted</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialWords</name>
    <message>
        <source>With the mode none senders check nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports name no mail server of this domain, so there is nothing to try it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers the one mail server that reports name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Covers all %Ln mail server(s) that reports name.</source>
        <translation>
            <numerusform>Covers all %Ln mail server that reports name.</numerusform>
            <numerusform>Covers all %Ln mail servers that reports name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Covers %1 of %Ln mail server(s) that reports name.</source>
        <translation>
            <numerusform>Covers %1 of %Ln mail server that reports name.</numerusform>
            <numerusform>Covers %1 of %Ln mail servers that reports name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failure(s) reported would not have happened: the server was not in the policy, here it is.</source>
        <translation>
            <numerusform>%Ln failure reported would not have happened: the server was not in the policy, here it is.</numerusform>
            <numerusform>%Ln failures reported would not have happened: the server was not in the policy, here it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s) that the policy covers now would be refused in enforce.</source>
        <translation>
            <numerusform>%Ln server that the policy covers now would be refused in enforce.</numerusform>
            <numerusform>%Ln servers that the policy covers now would be refused in enforce.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failure(s) reported would have one more reason: the server is not in this policy.</source>
        <translation>
            <numerusform>%Ln failure reported would have one more reason: the server is not in this policy.</numerusform>
            <numerusform>%Ln failures reported would have one more reason: the server is not in this policy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failure(s) reported would have happened with it as well.</source>
        <translation>
            <numerusform>%Ln failure reported would have happened with it as well.</numerusform>
            <numerusform>%Ln failures reported would have happened with it as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln failure(s) nobody can tell: a server was not in the policy, but the report does not name it.</source>
        <translation>
            <numerusform>Of %Ln failure nobody can tell: a server was not in the policy, but the report does not name it.</numerusform>
            <numerusform>Of %Ln failures nobody can tell: a server was not in the policy, but the report does not name it.</numerusform>
        </translation>
    </message>
    <message>
        <source>No server that reports name needs this: %1. A reserve server may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>a mail server is covered by this line of the policy</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>The only session, from %1, failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only session failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only session, from %1, was protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only session was protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only session, from %1, was not protected: no policy asked for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only session was not protected: no policy asked for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 sessions from %2 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 sessions from %2 senders failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 sessions from %2 were protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 sessions from %2 senders were protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 of %1 sessions from %2 were protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 of %1 sessions from %2 senders were protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of %1 sessions from %2 was protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of %1 sessions from %2 senders was protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed, most often because a certificate had expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed, most often because a certificate was for another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed, most often because a certificate was not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed, most often because a mail server offered no encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed, most often because a mail server was not in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed, most often because a DANE record or a signature in DNS was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed, most often because the policy could not be fetched or was invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed, most often without a clear reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often a certificate had expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often a certificate was for another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often a certificate was not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often a mail server offered no encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often a mail server was not in the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often a DANE record or a signature in DNS was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often the policy could not be fetched or was invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often there was no clear reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports do not say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed; the reports do not say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>%1 is a sentence without its full stop</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (lately %2).</source>
        <extracomment>%1 is a sentence without its full stop, %2 a mail server that failed so in the last week</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy asked for it, and nothing failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1 no policy asked for it. Nothing failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2 more</source>
        <extracomment>%1 is a list of names, %2 how many are left out</extracomment>
        <translation>
            <numerusform>%1 and %2 more</numerusform>
            <numerusform>%1 and %2 more</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no reports to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports count no sessions, so there is nothing to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no server, policy level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::AccountForm</name>
    <message>
        <source>&amp;Mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the mails as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark mails with reports as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move mails with reports to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only mails whose reports are in the archive are ever touched; none is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Af&amp;terwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the fo&amp;lder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None; only within this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes only an app password here: make one in the account&apos;s security settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP must first be switched on in the mail settings of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a mailbox of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive knows the mailbox by this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the mail address first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the mailbox a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another mailbox has this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder to move mails to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is a guess until the test has passed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import report files, mails, mailboxes and zip files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import everything in a folder and the folders in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import new files of a folder by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample &amp;reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three domains over 120 days, in an archive of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is read by now stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print pre&amp;view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;HTML…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All tables into a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Days…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;omains…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Senders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mail servers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Result types…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Policies seen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Original files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reports of the filter back as they came, byte for byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table as C&amp;SV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &amp;failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for damage in the archive&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What are TLS reports?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About TLS Report Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to my a&amp;rchive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;mailbox…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch reports by themselves from where they arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fe&amp;tch mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new reports in all mailboxes now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it safe to &amp;enforce?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enforce would have refused, and what to do before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open fo&amp;lder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;period…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;domain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;sender…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by &amp;track…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on with the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected reports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ArchiveErrorPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue into a new archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not imported yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They follow as soon as an archive is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the usual archive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ArchivePage</name>
    <message>
        <source>No reports yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import report files or a folder of them to begin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::BusNotices</name>
    <message>
        <source>TLS Report Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::CertificateBox</name>
    <message>
        <source>&amp;Trust this certificate for this mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if you have compared the fingerprint with the one that whoever runs the server told you. Otherwise somebody in between may read the password and the mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate authority file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the issuer is your own: its certificate, in PEM. It is then trusted for this mailbox only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ChartLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ChartTip</name>
    <message>
        <source>Values under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody sent a report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::Chip</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A filter and its value, for screen readers: &quot;Domain: example.org&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete clears this filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ChoiceModel</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::ChoicePopup</name>
    <message>
        <source>Type to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>Copies the text that is called %1</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::Commands</name>
    <message>
        <source>Deleted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is in the clipboard as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives (*.sqlite)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo deletion of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged. Rescue what can be read into a new archive, or go back to a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue into a new archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive brought up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo mute of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ConditionList</name>
    <message>
        <source>Met: %1</source>
        <extracomment>read aloud: a condition and whether it is met</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the list ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the list of problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the finding ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the finding about %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::DayChart</name>
    <message>
        <source>Sessions per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by cause, occurrences per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by cause, occurrences per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by cause, occurrences per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report that week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report that month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>Date format of a month on an axis: &quot;Oct 2026&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>Date format of a whole month: &quot;October 2026&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A series and its number in a chart: &quot;Failed 1,215&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>A day, its total and the parts: &quot;Wed 28 Oct 2026: 14,805. Failed 1,215, Protected 12,634&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Left and right move from bar to bar, Enter chooses.</source>
        <extracomment>A period and the sums in it; then how to read the chart by keyboard.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 k</source>
        <extracomment>Thousands, at the axis of a chart</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <extracomment>Millions, at the axis of a chart</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 G</source>
        <extracomment>Thousand millions, at the axis of a chart</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by cause, per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by cause, per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by cause, per month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::DaysPopup</name>
    <message>
        <source>Show these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days are UTC, as in the reports.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::DeleteDialog</name>
    <message>
        <source>%1: %2</source>
        <extracomment>an import: when, and of what</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reports about the &amp;domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reports that came with the &amp;import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reports &amp;before the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reports about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reports of the import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reports before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit › Undo brings them back until the program ends. The files they came from are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 report(s) will be deleted.</source>
        <translation>
            <numerusform>%1 report will be deleted.</numerusform>
            <numerusform>%1 reports will be deleted.</numerusform>
        </translation>
    </message>
    <message>
        <source>No report would be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::DomainDetail</name>
    <message>
        <source>Choose a domain to see what is known about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it safe to enforce?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its mail servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln open finding(s) ›</source>
        <translation>
            <numerusform>Show all %Ln open finding ›</numerusform>
            <numerusform>Show all %Ln open findings ›</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln problem(s) ›</source>
        <translation>
            <numerusform>Show all %Ln problem ›</numerusform>
            <numerusform>Show all %Ln problems ›</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln problem(s) and what else is open ›</source>
        <translation>
            <numerusform>Show all %Ln problem and what else is open ›</numerusform>
            <numerusform>Show all %Ln problems and what else is open ›</numerusform>
        </translation>
    </message>
    <message>
        <source>Policy and steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::DomainSummary</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A state of domains and how many are in it: &quot;Unprotected: 3&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s)</source>
        <translation>
            <numerusform>%Ln domain</numerusform>
            <numerusform>%Ln domains</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1; sessions are those of the 30 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <extracomment>%1 &quot;3 domains&quot;, %2 &quot;Unprotected: 1, No reports: 2&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names of mail servers (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some reports about DANE name a mail server only, and no domain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::DomainsPage</name>
    <message>
        <source>Domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging the domains…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No domain to judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report has a day that can be believed. The reports themselves are on “Reports”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its findings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::DropZone</name>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.json · .json.gz · .eml · .mbox · .zip, in any mix and as many as you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go to import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::EnforceHead</name>
    <message>
        <source>Domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it safe to enforce?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All senders count here: the choice of senders, of a track or of failures does not change this page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::EnforcePage</name>
    <message>
        <source>Conditions and steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging the domains…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No domain to judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report has a day that can be believed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it safe to enforce?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::EnforceView</name>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it safe to enforce?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would have been refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click or press Enter to see the reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do, in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What reports cannot show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve servers that nobody used in this time, and senders that do not report. Test every server by hand before you switch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 met, by the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was refused, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would have been refused, and why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ExplanationView</name>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it did to the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who must act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could it be an attack?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a computer that may use port 25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.  %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::Exporter</name>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 original file(s) written.</source>
        <translation>
            <numerusform>%1 original file written.</numerusform>
            <numerusform>%1 original files written.</numerusform>
        </translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the CSV files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the original files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FigureStrip</name>
    <message>
        <source>Key figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FilterBar</name>
    <message>
        <source>Domains to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <extracomment>%1 is a name, %2 how many others are chosen too</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy level, no server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to show all mail servers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter by mail server %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to show all causes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter by cause %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FindingDelegate</name>
    <message>
        <source>occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FindingDetail</name>
    <message>
        <source>Choose a finding to see what is known about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click or press Enter to open the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted until you unmute it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>%Ln report</numerusform>
            <numerusform>%Ln reports</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key: %1</source>
        <extracomment>the tool tip of a button; %1 is a key such as Ctrl+M</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FindingLinks</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the finding ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the finding: %1</source>
        <extracomment>%1 is the title of a finding</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FindingsModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a group of findings and how many it has: &quot;Open problems: 3&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FindingsPage</name>
    <message>
        <source>&amp;Write to the postmaster…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mute…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its &amp;reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this &amp;server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for problems in the reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finding for these choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are findings about other days, domains or senders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problem found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the reports asks for anybody&apos;s action. What comes with the next reports is looked at as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un&amp;mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finding is in the clipboard as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmuted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it safe to &amp;enforce?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a finding and its days</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FindingsTree</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FirstStartPage</name>
    <message>
        <source>Is the mail to your domains protected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other mail systems answer that every day, in TLS reports. Drop yours here: this program reads them, says what is broken, since when, and who can fix it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at sample reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three domains, 120 days, nothing is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reports yet?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for them with one DNS record. The first ones come within a day or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DNS record that asks for reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the DNS record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports are fetched where they arrive, from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No upload, no look-ups: only your own mailboxes are asked. The archive is one file that belongs to you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::FolderList</name>
    <message>
        <source>Read &amp;all folders, but not the trash and the drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ImportPanel</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was rejected or ignored, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; what was imported stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seen before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reports/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on working. What is read is safe, even if you stop now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was imported by then stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no TLS report in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln new report(s)</source>
        <translation>
            <numerusform>%Ln new report</numerusform>
            <numerusform>%Ln new reports</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for new reports …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more waiting.</source>
        <translation>
            <numerusform>%Ln more waiting.</numerusform>
            <numerusform>%Ln more waiting.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new has come since the last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching from %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ImportQueue</name>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s)</source>
        <translation>
            <numerusform>%Ln file or folder</numerusform>
            <numerusform>%Ln files or folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::JsonView</name>
    <message>
        <source>JSON of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… cut here; save the file to see the rest.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::LetterDialog</name>
    <message>
        <source>Write to the postmaster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it before you send it. Nothing is sent by this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Subject:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ext:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail program has the text. Send it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail program answered. Copy the text instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::MailboxDesk</name>
    <message>
        <source>The password could not be kept; it is asked for after each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the mailbox &quot;%1&quot; from this program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its reports stay in the archive, its mails stay on the server. The password that was kept for it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of the mailbox could not be deleted from the password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed the mailbox %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 mailboxes could not be fetched; Sources says why.</source>
        <extracomment>How many of all mailboxes</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::MailboxDialog</name>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust only the authorities that this computer trusts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The mailbox can be read: %1 mails in %Ln folder(s).</source>
        <translation>
            <numerusform>The mailbox can be read: %1 mails in %Ln folder.</numerusform>
            <numerusform>The mailbox can be read: %1 mails in %Ln folders.</numerusform>
        </translation>
    </message>
    <message>
        <source>passed after %1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped after %1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes can be saved once the test has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox can be added once the test has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusts one certificate that you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusts the authority in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test connects, signs in and counts the mails of each folder. It changes nothing in the mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Verbatim: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your mail provider tells the name of its IMAP server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::MailboxStrip</name>
    <message>
        <source>Fetch now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it is paused, it is fetched only by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its reports stay in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the certificate…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::MuteDialog</name>
    <message>
        <source>For a &amp;week, up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a &amp;month, up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Up to the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until &amp;I unmute it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason, for those who look later:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup server is replaced in May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is listed under “Muted” and counted in no number of problems. If it ends and begins again, it stays muted until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This mutes %Ln finding(s), which are the same problem at several times:</source>
        <translation>
            <numerusform>This mutes %Ln finding, which are the same problem at several times:</numerusform>
            <numerusform>This mutes %Ln findings, which are the same problem at several times:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::Notifier</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new serious problem(s)</source>
        <translation>
            <numerusform>%Ln new serious problem</numerusform>
            <numerusform>%Ln new serious problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::OverviewView</name>
    <message>
        <source>Sessions by sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions by policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click or press Enter to show only this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 occurrences named in the reports, %2 sessions failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sessions failed; the reports name no cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session failed in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · delivered, unproven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · last 7 days %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days with reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the worst finding ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All findings ›</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::PasswordDialog</name>
    <message>
        <source>&amp;Keep it in the desktop&apos;s password store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise it is asked for after each start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no password store: the password is asked for after each start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::PeriodChip</name>
    <message>
        <source>All days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>120 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days that all screens show. Presets count back from the newest report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free dates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::PolicyTimeline</name>
    <message>
        <source>Who applied which policy when</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::PolicyView</name>
    <message>
        <source>Policy history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the chosen policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the senders&apos; reports show it; equal numbers are equal policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report carried the text of a policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln row(s)</source>
        <translation>
            <numerusform>Show all %Ln row</numerusform>
            <numerusform>Show all %Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Record %1: %2</source>
        <extracomment>A DANE record by its line and what it pins down: &quot;Record 1: server key, SHA-256&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders keep it for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln change(s)</source>
        <translation>
            <numerusform>Show all %Ln change</numerusform>
            <numerusform>Show all %Ln changes</numerusform>
        </translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in all these reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spelled or ordered differently, or with fields that do not count</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All back to their defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the window in the task bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;When an import ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in your data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file that holds all reports and their original bytes. Choosing another one opens it and leaves this one where it is. Watched folders belong to the archive; they are on the screen Sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives (*.sqlite *.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files come from strangers. What crosses one of these limits is rejected with its reason, and everything beside it is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a &amp;report, unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Times it may grow by unpacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… looked at &amp;beyond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Members of one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a file, &amp;unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Containers inside containers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Failure details of a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for reading, all &amp;together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a desktop notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a new &amp;serious problem is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;nguage, from the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper of su&amp;mmaries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ReadView</name>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the whole day, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DKIM passed, as your mail server noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DKIM failed, as your mail server noted; the report may not be from this sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report counts no session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 sessions failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sessions failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more policies are in the JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) for %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same sessions stand under another policy of this report; they count once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more failures are in the JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report names no cause for the failed sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given; the sender could not read it, or left it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (not a registered type)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none was contacted, or not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs from the standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %Ln session(s) met the policy, or none was found.</source>
        <translation>
            <numerusform>All %Ln session met the policy, or none was found.</numerusform>
            <numerusform>All %Ln sessions met the policy, or none was found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln occurrence(s)</source>
        <translation>
            <numerusform>%Ln occurrence</numerusform>
            <numerusform>%Ln occurrences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s); the report was read all the same</source>
        <translation>
            <numerusform>%Ln point; the report was read all the same</numerusform>
            <numerusform>%Ln points; the report was read all the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln session(s) met the policy.</source>
        <translation>
            <numerusform>All %Ln session met the policy.</numerusform>
            <numerusform>All %Ln sessions met the policy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln session(s) succeeded; no policy was found.</source>
        <translation>
            <numerusform>All %Ln session succeeded; no policy was found.</numerusform>
            <numerusform>All %Ln sessions succeeded; no policy was found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::ReportListModel</name>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished">%1 and %2 more</translation>
    </message>
    <message>
        <source>The report covers more than one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many points the report differs from RFC 8460</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Differs from the standard in %Ln point(s); open the report to see them</source>
        <translation>
            <numerusform>Differs from the standard in %Ln point; open the report to see them</numerusform>
            <numerusform>Differs from the standard in %Ln points; open the report to see them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::ReportView</name>
    <message>
        <source>Save the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the JSON as shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raw file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacked and indented · marked lines differ from the standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a report to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · gzip, %2 as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 as it came</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this list as comma-separated values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>%Ln report</numerusform>
            <numerusform>%Ln reports</numerusform>
        </translation>
    </message>
    <message>
        <source>No report to read: change what you look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete from the archive…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::Rescuer</name>
    <message>
        <source>%1-rescued</source>
        <extracomment>The name of a file, behind the name of the damaged archive: &quot;archive-rescued&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue into a new archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for what can be read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::SecretForm</name>
    <message>
        <source>Keep it in the desktop&apos;s password store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in in the browser…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to get a client ID…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the browser (OAuth 2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a command that prints the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gmail and Google Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microsoft 365 and Outlook.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rovider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client I&amp;D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secre&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only if the registration is for one organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting for the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser is open: sign in there and allow the reading of mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in. What was permitted is kept in the desktop&apos;s password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in earlier. Sign in again only if that permission has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google and Microsoft let programs read mail only with a client ID that you register with them yourself, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the command that prints the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the client ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the client ID first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in. You can close this page and go back to TLS Report Viewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no password store: the password is asked for after each start. A command that prints it saves that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept until the program ends, and asked for after each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no password store, so the permission could not be kept. Set one up first, such as GNOME Keyring, KeePassXC or KWallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser did not come back with an answer. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::Sections</name>
    <message>
        <source>added: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>a value of a policy before and after: &quot;testing → enforce&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen for the first time that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enforce needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For and against interference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure we are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who saw it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more sender(s)</source>
        <translation>
            <numerusform>and %Ln more sender</numerusform>
            <numerusform>and %Ln more senders</numerusform>
        </translation>
    </message>
    <message>
        <source>Who did not</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it did to the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a computer that may use port 25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who must act</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::SenderDetail</name>
    <message>
        <source>Choose a sender to see how it reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report since %1, usually %2. It may have had no mail for you, or its reports get lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few reports to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They follow RFC 8460.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs from the standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In %Ln report(s):</source>
        <translation>
            <numerusform>In %Ln report:</numerusform>
            <numerusform>In %Ln reports:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::SendersPage</name>
    <message>
        <source>Who reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by sender and cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>occurrences by cause; one sender alone with a cause is often the sender&apos;s own trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sender(s)</source>
        <translation>
            <numerusform>%Ln sender</numerusform>
            <numerusform>%Ln senders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::ServerDetail</name>
    <message>
        <source>Choose a mail server to see what happened there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it greets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation of the chosen mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports that name this server in a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is there no success rate?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports count successes for a whole domain, never for one server. Here are failures only; a server without failures has no row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server, policy level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before any mail server of %1 was contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail server of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy lists it by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered by mx: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not covered by this policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, told by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example %1, where it happened last: what follows is about this domain alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ServersModel</name>
    <message>
        <source>by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no server, policy level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Causes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occurrences over the period; each row has its own scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;going on&quot;: seen within the last two days that its senders reported about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a mail server and its worst finding</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ServersPage</name>
    <message>
        <source>Mail servers with failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row counts the failures that senders had with its server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sender named a failure in what is chosen above. Reports name mail servers only in failures, so there is nothing to list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s)</source>
        <translation>
            <numerusform>%Ln server</numerusform>
            <numerusform>%Ln servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::SideBar</name>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import reports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::SourcesPage</name>
    <message>
        <source>Nothing was imported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reports of &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1 from the archive?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s) came from it. You can undo this with Edit, Undo.</source>
        <translation>
            <numerusform>%Ln report came from it. You can undo this with Edit, Undo.</numerusform>
            <numerusform>%Ln reports came from it. You can undo this with Edit, Undo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import report files, watch a folder into which your mail program saves them, or add the mailbox in which they arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a mailbox…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::SourcesView</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import report files, archives, mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import everything below a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import what is put into a folder, from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which items are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the same sources once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all items of this list as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected, ignored or conflicting items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder and its imported reports stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the reports of the selected import from the archive; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reports imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown; the saved list has all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report came in two versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a mailbox…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch reports where they arrive, from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch from the mailbox once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All about the chosen item</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::StateView</name>
    <message>
        <source>Reading the archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are reports, but none for this period and these choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::StatusLine</name>
    <message>
        <source>All days are UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the archive is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 report(s)</source>
        <translation>
            <numerusform>%1 report</numerusform>
            <numerusform>%1 reports</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample reports; nothing is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No archive is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sender(s)</source>
        <translation>
            <numerusform>%Ln sender</numerusform>
            <numerusform>%Ln senders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s)</source>
        <translation>
            <numerusform>%Ln domain</numerusform>
            <numerusform>%Ln domains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tlsrpt::StepList</name>
    <message>
        <source>Step %1: %2</source>
        <extracomment>read aloud: a step and its number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the finding ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the finding: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record in DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command that names the mail servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the policy in testing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::TableKeeper</name>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::TestLog</name>
    <message>
        <source>What the test does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; trying another server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::TrialView</name>
    <message>
        <source>Use the policy in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the suggested policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the text of a policy here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the policy to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is published: the text is only held against what was reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail servers that reports name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report tells its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::ValueGrid</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A key and its value, for screen readers: &quot;Contact: tls@example.org&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tlsrpt::WindowParts</name>
    <message>
        <source>Reports up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importing %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 new report(s)</source>
        <translation>
            <numerusform>%1 new report</numerusform>
            <numerusform>%1 new reports</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – TLS Report Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln open problem(s)</source>
        <translation>
            <numerusform>%Ln open problem</numerusform>
            <numerusform>%Ln open problems</numerusform>
        </translation>
    </message>
    <message>
        <source>fetching from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
