using System.Globalization;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>The CEL rules of Istio's CRDs. Their texts are in the generator's table <c>istio-cel.yaml</c>.</summary>
internal static class IstioCelRules
{
    private static readonly CelSubject Duration = new("MESH2020", "'{0}' is not a duration of 1 ms or more.", "Give a duration such as 30s or 100ms.");

    private static readonly CelSubject PortNumber = new("MESH2021", "'{0}' is not a port of 1 to 65535.", "Give port numbers of 1 to 65535.") { Shows = v => v.Kind == UntypedKind.Map ? string.Join("', '", v.Fields.Select(f => f.Key).Where(key => !IsPort(key))) : v.Shown() };

    private static readonly CelSubject Wildcard = new("MESH2022", "The selector compares labels as they are, and here is a '*' ({0}).", "Write the labels out.");

    private static readonly CelSubject EmptyKey = new("MESH2023", "A label of the selector has no name.", "Name the label, or remove it.");

    private static readonly CelSubject Attachment = new("MESH2024", "Both a selector and target references say where this applies.", "Keep one of them.");

    private static readonly CelSubject OtherNamespace = new("MESH2025", "The target reference names the namespace '{0}', and only the object's own is supported.", "Remove the namespace.");

    private static readonly CelSubject ServerCertificate = new("MESH2026", "The certificate of the server is given more than once.", "Keep one of credentialName, credentialNames and tlsCertificates.");

    private static readonly CelSubject Resolution = new("MESH2027", "The addresses and endpoints do not go with the resolution: ranges need STATIC or NONE, NONE takes no endpoints, and DNS_ROUND_ROBIN takes one.", "Change resolution, or the addresses and endpoints.");

    private static readonly CelSubject Endpoints = new("MESH2028", "The workloads are given twice: by workloadSelector and by endpoints.", "Keep one of them.");

    private static readonly CelSubject AnyHost = new("MESH2029", "The host '{0}' stands for every host there is.", "Give a host name, or a wildcard such as *.example.com.");

    private static readonly CelSubject SamePort = new("MESH2030", "Two ports have the same number.", "Keep one of them, or give it another number.");

    private static readonly CelSubject Socket = new("MESH2031", "A unix:// address is an absolute path or an abstract name, is no folder, and has no ports ({0}).", "Give unix:///path/to/socket or unix://@name, without ports.");

    private static readonly CelSubject Address = new("MESH2032", "The workload has neither address nor network.", "Set address, or the network through which it is reached.");

    private static readonly CelSubject PortName = new("MESH2033", "A port is not named with up to 62 letters, digits and '-'.", "Give names such as http or grpc-web.");

    private static readonly CelSubject Keys = new("MESH2034", "The keys of the issuer are given more than once.", "Keep one of jwks and jwksUri.");

    private static readonly CelSubject KeysUrl = new("MESH2035", "'{0}' is not a URL that starts with http:// or https://.", "Give such a URL.") { Shows = v => PublicText.Address(v.Text) };

    private static readonly CelSubject ServiceAccounts = new("MESH2036", "The source names service accounts, and principals or namespaces too.", "Keep serviceAccounts, or what stands beside it.");

    private static readonly CelSubject PortMutualTls = new("MESH2037", "Ports have a mutual TLS mode of their own, but no selector says on which workloads.", "Set selector.matchLabels.");

    private static readonly CelSubject TagValue = new("MESH2038", "The value does not go with the operation: UPSERT needs one, and REMOVE takes none.", "Set or remove value.");

    private static readonly CelSubject HostVariable = new("MESH2039", "The variable is read from the host, and has a value of its own.", "Remove value, or set valueFrom to INLINE.");

    private static readonly CelSubject ModuleUrl = new("MESH2040", "'{0}' is not a URL of http, https, file or oci.", "Give such a URL; without scheme it is an image.") { Shows = v => PublicText.Address(v.Text) };

    private static readonly CelSubject Extension = new("MESH2041", "The extension is not exactly one of wasm and lua.", "Set one of them.");

    private static readonly CelSubject WaypointMatch = new("MESH2042", "waypoint and the context WAYPOINT go together, and one stands without the other.", "Set both, or none.");

    private static readonly CelSubject ProbeScheme = new("MESH2043", "'{0}' is not a scheme of a probe.", "Give HTTP or HTTPS.");

    public static readonly IReadOnlyList<CelRule> All =
    [
        new("duration-at-least-1ms", Duration, v => v.Text is { } text && GoDuration.TryParseNanoseconds(text, out long nanoseconds) && nanoseconds >= 1_000_000),
        new("port", PortNumber, v => v.AsNumber() is > 0 and <= 65535),
        new("port-keys", PortNumber, v => v.Fields.All(f => IsPort(f.Key))),
        new("no-wildcard-in-value", Wildcard, v => v.Text?.Contains('*', StringComparison.Ordinal) != true),
        new("no-wildcard-in-keys", Wildcard, v => !v.Fields.Any(f => f.Key.Contains('*', StringComparison.Ordinal))),
        new("no-empty-key", EmptyKey, v => !v.Fields.Any(f => f.Key.Length == 0)),
        new("one-of-selector-or-targets", Attachment, v => Count(v, "selector", "targetRef", "targetRefs") <= 1),
        new("one-of-selector-or-target-refs", Attachment, v => Count(v, "selector", "targetRefs") <= 1),
        new("one-of-workload-selector-or-target-refs", Attachment, v => Count(v, "workloadSelector", "targetRefs") <= 1),
        new("empty-text", OtherNamespace, v => string.IsNullOrEmpty(v.Text)),
        new("one-of-credential-name-or-names", ServerCertificate, v => Count(v, "credentialName", "credentialNames") <= 1),
        new("one-of-credential-names-or-certificates", ServerCertificate, v => Count(v, "credentialNames", "tlsCertificates") <= 1),
        new("one-of-certificates-or-credential-names", ServerCertificate, v => Count(v, "tlsCertificates", "credentialNames") <= 1),
        new("service-entry-cidr-needs-static-or-none", Resolution, v => v.TextOf("resolution") is null or "STATIC" or "NONE" || !Items(v, "addresses").Any(a => a.Text?.Contains('/', StringComparison.Ordinal) == true)),
        new("service-entry-none-without-endpoints", Resolution, v => (v.TextOf("resolution") ?? "NONE") != "NONE" || !v.Has("endpoints")),
        new("service-entry-round-robin-one-endpoint", Resolution, v => v.TextOf("resolution") != "DNS_ROUND_ROBIN" || Items(v, "endpoints").Count <= 1),
        new("one-of-workload-selector-or-endpoints", Endpoints, v => Count(v, "workloadSelector", "endpoints") <= 1),
        new("host-not-wildcard", AnyHost, v => v.Text != "*"),
        new("distinct-port-numbers", SamePort, v => v.Items.Select(p => p.Field("number")?.AsNumber()).Distinct().Count() == v.Items.Count),
        new("socket-without-ports", Socket, v => v.TextOf("address")?.StartsWith("unix://", StringComparison.Ordinal) != true || !v.Has("ports")),
        new("socket-not-folder", Socket, v => !IsSocket(v) || !v.Text!.EndsWith('/')),
        new("socket-absolute", Socket, v => !IsSocket(v) || v.Text!["unix://".Length..] is ['/' or '@', ..]),
        new("address-or-network", Address, v => Count(v, "address", "network") > 0),
        new("port-name-keys", PortName, v => v.Fields.All(f => f.Key.Length < 63 && IstioFormats.IsDns1123Label(f.Key))),
        new("one-of-jwks", Keys, v => Count(v, "jwksUri", "jwks_uri", "jwks") <= 1),
        new("jwks-url", KeysUrl, v => GoUrl.SchemeOf(v.Text) is "http" or "https"),
        new("service-accounts-alone", ServiceAccounts, v => Count(v, "serviceAccounts", "notServiceAccounts") == 0 || Count(v, "principals", "notPrincipals", "namespaces", "notNamespaces") == 0),
        new("port-level-mtls-needs-selector", PortMutualTls, v => !v.Has("portLevelMtls") || v.Field("selector")?.Field("matchLabels")?.Fields.Count > 0),
        new("tag-removal-without-value", TagValue, v => v.TextOf("operation") != "REMOVE" || !v.Has("value")),
        new("tag-upsert-with-value", TagValue, v => v.TextOf("operation") != "UPSERT" || !string.IsNullOrEmpty(v.TextOf("value"))),
        new("host-value-without-text", HostVariable, v => v.TextOf("valueFrom") != "HOST" || !v.Has("value")),
        new("module-url", ModuleUrl, v => IsModule(v.Text)),
        new("plugin-url", ModuleUrl, v => IsModule(v.Text)),
        new("one-of-wasm-or-lua", Extension, v => Count(v, "wasm", "lua") == 1),
        new("waypoint-match-in-waypoint-context", WaypointMatch, v => v.Has("waypoint") == (v.TextOf("context") == "WAYPOINT")),
        new("probe-scheme", ProbeScheme, v => v.Text is "" or "HTTP" or "HTTPS"),
    ];

    private static int Count(UntypedValue value, params ReadOnlySpan<string> fields)
    {
        int count = 0;
        foreach (string field in fields)
        {
            count += value.Has(field) ? 1 : 0;
        }

        return count;
    }

    private static EquatableList<UntypedValue> Items(UntypedValue value, string field) => value.Field(field)?.Items ?? [];

    private static bool IsPort(string key) =>
        long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long port) && port is > 0 and <= 65535;

    private static bool IsSocket(UntypedValue value) => value.Text?.StartsWith("unix://", StringComparison.Ordinal) == true;

    private static bool IsModule(string? url) =>
        (GoUrl.SchemeOf(url) ?? GoUrl.SchemeOf($"http://{url}")) is "" or "http" or "https" or "file" or "oci";
}
