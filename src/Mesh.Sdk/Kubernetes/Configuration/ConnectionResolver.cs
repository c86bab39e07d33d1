using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kubernetes.Configuration;

/// <summary>Makes a connection of a context, and reports all that is wrong with it at once.</summary>
internal sealed class ConnectionResolver(KubeConfigFile[] files, List<Diagnostic> findings, TimeProvider time)
{
    private static readonly string[] HttpSchemes = ["http", "https"];
    private static readonly string[] ProxySchemes = ["http", "https", "socks5"];

    // Stands for an address that is an error, so that what else is wrong is found, too.
    private static readonly Uri Nowhere = new("https://invalid");

    public KubernetesConnection? Resolve(string? name)
    {
        KubeConfigSection[] contexts = [.. files.SelectMany(f => f.Contexts)];
        string all = string.Join(", ", contexts.Select(c => c.Name).Distinct());
        if (string.IsNullOrEmpty(name))
        {
            findings.Add(ConnectionDiagnostics.NoContext.At("current-context", all));
            return null;
        }

        if (contexts.FirstOrDefault(c => c.Name == name) is not { } context)
        {
            findings.Add(ConnectionDiagnostics.UnknownContext.At("contexts", name, all, Suggestion.For(name, contexts.Select(c => c.Name))));
            return null;
        }

        KubeConfigSection? cluster = Find(context, "cluster", files.SelectMany(f => f.Clusters), ConnectionDiagnostics.UnknownCluster);
        KubeConfigSection? user = context.Text("user") is null ? null : Find(context, "user", files.SelectMany(f => f.Users), ConnectionDiagnostics.UnknownUser);
        KubernetesConnection? connection = cluster is null ? null : OfCluster(context, cluster);
        return user is null || connection is null ? connection : new UserResolver(user, cluster!, findings, time).AddTo(connection);
    }

    private KubeConfigSection? Find(KubeConfigSection context, string field, IEnumerable<KubeConfigSection> candidates, DiagnosticDescriptor missing)
    {
        KubeConfigSection[] all = [.. candidates];
        string name = context.Text(field) ?? "";
        KubeConfigSection? found = all.FirstOrDefault(s => s.Name == name);
        if (found is null)
        {
            findings.Add(context.At(missing, field, name, Suggestion.For(name, all.Select(s => s.Name))));
        }

        return found;
    }

    private KubernetesConnection OfCluster(KubeConfigSection context, KubeConfigSection cluster)
    {
        CredentialText texts = new(cluster, findings);
        string? authority = texts.Pem("certificate-authority");
        texts.CheckCertificates("certificate-authority", authority);
        bool skips = cluster.Flag("insecure-skip-tls-verify");
        if (skips)
        {
            DiagnosticDescriptor risk = authority is null ? ConnectionDiagnostics.SkipsVerification : ConnectionDiagnostics.ContradictoryTrust;
            findings.Add(cluster.At(risk, "insecure-skip-tls-verify", cluster.Name));
        }

        Uri? server = Address(cluster, "server", HttpSchemes, "http:// or https://");
        Uri? proxy = Address(cluster, "proxy-url", ProxySchemes, "http://, https:// or socks5://");
        if (cluster.Text("server") is null)
        {
            findings.Add(cluster.At(ConnectionDiagnostics.NoServer, "server", cluster.Name));
        }

        if (server is { UserInfo.Length: > 0 })
        {
            findings.Add(cluster.At(ConnectionDiagnostics.AddressWithUser, "server", cluster.Name));
            server = null;
        }

        return new KubernetesConnection
        {
            Server = server ?? Nowhere,
            Context = context.Name,
            Namespace = context.Text("namespace") ?? "default",
            CertificateAuthorityPem = authority,
            SkipsTlsVerification = skips,
            TlsServerName = cluster.Text("tls-server-name"),
            ProxyUrl = proxy,
        };
    }

    private Uri? Address(KubeConfigSection cluster, string field, string[] schemes, string expected)
    {
        if (cluster.Text(field) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && schemes.Contains(address.Scheme))
        {
            return address;
        }

        findings.Add(cluster.At(ConnectionDiagnostics.BadAddress, field, WithoutUserInfo(text), expected));
        return null;
    }

    // user:password@host belongs into no message.
    private static string WithoutUserInfo(string text) => text[(text.LastIndexOf('@') + 1)..];
}
