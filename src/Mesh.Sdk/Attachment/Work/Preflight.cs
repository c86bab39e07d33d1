using System.Globalization;
using System.Net;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Kubernetes.Applying;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology.Checks;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Asks all clusters before anything is changed, and tells every finding at once.</summary>
internal sealed class Preflight(ConnectedMesh mesh, AttachLayout layout, AttachOptions options)
{
    private const int LeastMinor = 22;

    private readonly Asking _asking = new(mesh.Timeout, mesh.Time);

    /// <summary>Runs all checks.</summary>
    /// <param name="objects">What shall be applied.</param>
    /// <param name="server">The address that hosts will get.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<DiagnosticReport> RunAsync(ResourceSet objects, Uri server, CancellationToken cancellationToken)
    {
        IEnumerable<Task<IEnumerable<Diagnostic>>> checks =
        [
            .. objects.Clusters.Select(c => CheckClusterAsync(c, objects.ForCluster(c), cancellationToken)),
            .. layout.Hosts.Select(h => CheckRegistrationAsync(h.Name, cancellationToken)),
            CheckHostViewAsync(server, cancellationToken),
        ];
        IEnumerable<Diagnostic>[] found = await Task.WhenAll(checks).ConfigureAwait(false);
        return new([.. objects.Clusters.SelectMany(c => mesh[c].Connection.Report), .. CheckDefinition(server), .. found.SelectMany(f => f)]);
    }

    private IEnumerable<Diagnostic> CheckDefinition(Uri server)
    {
        string name = layout.Peer.Name;
        KubernetesConnection peer = mesh[name].Connection;
        if (!KubernetesNames.IsLabel(name))
        {
            yield return AttachmentDiagnostics.Name.At("", name, KubernetesNames.SuggestLabel(name));
        }

        if (!options.AllowsLoopback && IsLoopback(server))
        {
            yield return AttachmentDiagnostics.Loopback.At("", name, server);
        }

        if (options.Token.Lifetime is not null && peer.SkipsTlsVerification && peer.CertificateAuthorityPem is null)
        {
            yield return AttachmentDiagnostics.NoAuthority.At("", name);
        }

        if (layout.Form == AttachForm.BanzaiOperator)
        {
            yield return AttachmentDiagnostics.WildcardRole.At("", name, layout.ServiceAccount);
        }

        foreach (string host in layout.Hosts.Select(h => h.Name).Where(h => mesh[h].Connection.Server == server))
        {
            yield return AttachmentDiagnostics.SameServer.At("", name, host, server);
        }
    }

    private async Task<IEnumerable<Diagnostic>> CheckClusterAsync(string cluster, ResourceSet objects, CancellationToken cancellationToken)
    {
        KubernetesApiClient client = mesh[cluster].Client;
        (KubernetesVersion? version, string? problem) = await _asking.AskAsync(client.GetVersionAsync, cancellationToken).ConfigureAwait(false);
        if (version is null)
        {
            return [AttachmentDiagnostics.Unreachable.At("", cluster, problem)];
        }

        if (!IsRecent(version))
        {
            return [AttachmentDiagnostics.Version.At("", cluster, version.GitVersion, $"1.{LeastMinor}")];
        }

        (IEnumerable<Diagnostic>? found, problem) = await _asking.AskAsync(c => FindMissingAsync(cluster, objects, c), cancellationToken).ConfigureAwait(false);
        return found ?? [AttachmentDiagnostics.Unreachable.At("", cluster, problem)];
    }

    private async Task<IEnumerable<Diagnostic>> FindMissingAsync(string cluster, ResourceSet objects, CancellationToken cancellationToken)
    {
        KubernetesApiClient client = mesh[cluster].Client;
        List<Diagnostic> found = [];
        List<string> unserved = [];
        foreach (ResourceKind kind in objects.Resources.Select(r => r.Type).Distinct())
        {
            if (await client.Discovery.FindAsync(client.Written(kind), cancellationToken).ConfigureAwait(false) is null)
            {
                unserved.Add(kind.ToString());
            }
        }

        AccessQuestion[] questions = [.. Questions.For(objects, cluster == layout.Peer.Name ? layout : null, options.Token)];
        AccessAnswer[] answers = await Task.WhenAll(questions.Select(q => client.CanAsync(q, cancellationToken))).ConfigureAwait(false);
        string[] refused = [.. questions.Zip(answers).Where(a => !a.Second.IsAllowed).Select(a => Questions.Describe(a.First))];
        found.AddRange(unserved.Count == 0 ? [] : [AttachmentDiagnostics.MissingKinds.At("", cluster, string.Join(", ", unserved))]);
        found.AddRange(refused.Length == 0 ? [] : [AttachmentDiagnostics.Permissions.At("", cluster, string.Join(", ", refused))]);
        return found;
    }

    private async Task<IEnumerable<Diagnostic>> CheckRegistrationAsync(string host, CancellationToken cancellationToken)
    {
        (List<string>? foreign, _) = await _asking.AskAsync(c => FindForeignAsync(host, c), cancellationToken).ConfigureAwait(false);
        return (foreign ?? []).Select(name => AttachmentDiagnostics.RegisteredByAnother.At("", host, layout.Peer.Name, $"{layout.Namespace}/{name}"));
    }

    // What a host does not answer here, it has not answered to the other checks either.
    private async Task<List<string>> FindForeignAsync(string host, CancellationToken cancellationToken)
    {
        List<string> foreign = [];
        KubernetesListOptions remote = new() { Namespace = layout.Namespace, LabelSelector = $"{RemoteSecret.Label}=true" };
        await foreach (IResource secret in mesh[host].Client.ListAsync(Secret.Definition, remote, cancellationToken).ConfigureAwait(false))
        {
            bool isOurs = LiveObject.SetOf(secret) == layout.PeerSet.Set!.Id;
            if (!isOurs && secret.SecretKeys().Contains(layout.Peer.Name))
            {
                foreign.Add(secret.Metadata.Name!);
            }
        }

        return foreign;
    }

    private async Task<IEnumerable<Diagnostic>> CheckHostViewAsync(Uri server, CancellationToken cancellationToken)
    {
        KubernetesConnection peer = mesh[layout.Peer.Name].Connection;
        KubernetesConnection view = new()
        {
            Server = server,
            CertificateAuthorityPem = peer.CertificateAuthorityPem,
            SkipsTlsVerification = peer.SkipsTlsVerification,
            TlsServerName = peer.TlsServerName,
        };
        using KubernetesApiClient client = KubernetesApiClient.Connect(view, new() { Time = mesh.Time, Retry = new() { MaxRetries = 1 } });
        (_, string? problem) = await _asking.AskAsync(c => AnswersAsync(client, c), cancellationToken).ConfigureAwait(false);
        return problem is null ? [] : [AttachmentDiagnostics.HostView.At("", server, problem)];
    }

    // A server that refuses has answered.
    private static async Task<bool> AnswersAsync(KubernetesApiClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesApiException e) when (e.Reason is KubernetesErrorReason.Unauthorized or KubernetesErrorReason.Forbidden)
        {
        }

        return true;
    }

    private static bool IsRecent(KubernetesVersion version) =>
        !int.TryParse(version.Major, NumberStyles.None, CultureInfo.InvariantCulture, out int major)
        || !int.TryParse(version.Minor.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out int minor)
        || major > 1
        || minor >= LeastMinor;

    private static bool IsLoopback(Uri server) =>
        server.IsLoopback || (IPAddress.TryParse(server.DnsSafeHost, out IPAddress? address) && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
