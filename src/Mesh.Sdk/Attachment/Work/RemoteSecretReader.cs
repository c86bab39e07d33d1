using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Kubernetes.Applying;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Reads what the hosts hold of a cluster, and tries it as istiod would.</summary>
internal sealed class RemoteSecretReader(ConnectedMesh mesh, MeshCluster cluster, Asking asking)
{
    /// <summary>Asks all hosts at once.</summary>
    /// <returns>The worst of their answers, with the first end of a token.</returns>
    public async Task<RemoteSecretFinding> ReadAsync(CancellationToken cancellationToken)
    {
        string[] hosts = [.. mesh.Mesh.Clusters.Where(c => c.Role == MeshClusterRole.Host && c.Name != cluster.Name).Select(c => c.Name)];
        RemoteSecretFinding[] found = await Task.WhenAll(hosts.Select(h => ReadAsync(h, cancellationToken))).ConfigureAwait(false);
        bool isOptional = cluster.Role == MeshClusterRole.Host && found.All(f => f.State == RemoteSecretState.Missing);
        return isOptional ? new(RemoteSecretState.NotNeeded) : found.MaxBy(f => f.State)! with { ExpiresAt = found.Min(f => f.ExpiresAt) };
    }

    private async Task<RemoteSecretFinding> ReadAsync(string host, CancellationToken cancellationToken)
    {
        (IResource? secret, string? problem) = await asking.AskAsync(c => FindAsync(host, c), cancellationToken).ConfigureAwait(false);
        if (problem is not null)
        {
            return new(RemoteSecretState.Unknown, $"The host '{host}' does not say whether it knows the cluster. {problem}");
        }

        if (secret?.SecretValue(cluster.Name) is not { } kubeConfig)
        {
            return new(RemoteSecretState.Missing, $"The host '{host}' has no credential of the cluster.");
        }

        (KubernetesConnection? connection, string? refused) = HeldCredential.Read(kubeConfig);
        return connection is null
            ? new(RemoteSecretState.Unusable, AttachmentDiagnostics.Unusable.At("", host, ResourceKey.Of(secret), refused).Message)
            : await TryAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IResource?> FindAsync(string host, CancellationToken cancellationToken)
    {
        IResource? found = null;
        await foreach (IResource secret in mesh[host].Client.ListAsync(Secret.Definition, new() { Namespace = mesh.Mesh.IstioNamespace }, cancellationToken).ConfigureAwait(false))
        {
            bool isRemote = secret.Metadata.Labels.ContainsKey(RemoteSecret.Label) || LiveObject.SetOf(secret) is not null;
            found ??= isRemote && secret.SecretKeys().Contains(cluster.Name) ? secret : null;
        }

        return found;
    }

    private async Task<RemoteSecretFinding> TryAsync(KubernetesConnection connection, CancellationToken cancellationToken)
    {
        DateTimeOffset? end = connection.Token is { } token ? BearerToken.EndOf(token) : null;
        using KubernetesApiClient client = KubernetesApiClient.Connect(connection, new() { Time = mesh.Time, Retry = new() { MaxRetries = 1 } });
        bool? isTaken = null;
        (_, string? problem) = await asking.AskAsync(async c => isTaken = await IsTakenAsync(client, c).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return isTaken switch
        {
            true => new(RemoteSecretState.Synced, "", end),
            false when end <= mesh.Time.GetUtcNow() => new(RemoteSecretState.Refused, $"The token that the hosts hold ended at {end:u}.", end),
            false => new(RemoteSecretState.Refused, "The cluster refuses the token that the hosts hold.", end),
            null => new(RemoteSecretState.Unknown, $"The cluster does not answer the hosts. {problem}", end),
        };
    }

    private static async Task<bool> IsTakenAsync(KubernetesApiClient client, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.CanAsync(new("list", "", "services"), cancellationToken).ConfigureAwait(false)).IsAllowed;
        }
        catch (KubernetesApiException e) when (e.Reason is KubernetesErrorReason.Unauthorized or KubernetesErrorReason.Forbidden)
        {
            return false;
        }
    }
}
