using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Kubernetes.Applying;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>The Secrets that hold tokens of a service account.</summary>
internal sealed class TokenSecrets(KubernetesApiClient client, AttachLayout layout, TimeProvider time)
{
    public const string Type = "kubernetes.io/service-account-token";

    public const string ServiceAccountAnnotation = "kubernetes.io/service-account.name";

    // As long as istioctl waits.
    private const int Tries = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Gets the name that a Secret gets where there is none.</summary>
    public string DefaultName => $"{layout.ServiceAccount}-istio-remote-secret-token";

    /// <summary>Returns another name than that of the Secret in use.</summary>
    public string NameAfter(string current) => current == DefaultName ? $"{DefaultName}-2" : DefaultName;

    /// <summary>Finds the Secret in use: the first of the service account.</summary>
    /// <returns>Its name, and whether attaching made it; <see langword="null"/> if there is none.</returns>
    public async Task<(string Name, bool IsOurs)?> FindAsync(CancellationToken cancellationToken)
    {
        SortedDictionary<string, bool> found = new(StringComparer.Ordinal);
        await foreach (IResource secret in client.ListAsync(Secret.Definition, new() { Namespace = layout.Namespace }, cancellationToken).ConfigureAwait(false))
        {
            if (IsTokenOf(secret, layout.ServiceAccount))
            {
                found.Add(secret.Metadata.Name!, LiveObject.SetOf(secret) == layout.PeerSet.Set!.Id);
            }
        }

        return found.Count == 0 ? null : (found.First().Key, found.First().Value);
    }

    /// <summary>Reads token and certificate authority of a Secret, and waits until the cluster has filled it.</summary>
    /// <returns>Both, or why there is none.</returns>
    public async Task<(SecretText? Token, string? Authority, string? Problem)> ReadAsync(string name, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            IResource? secret = await client.FindAsync(new("", "v1", "Secret", layout.Namespace, name), cancellationToken).ConfigureAwait(false);
            if (secret is null || !IsTokenOf(secret, layout.ServiceAccount))
            {
                return (null, null, secret is null ? $"There is no Secret {layout.Namespace}/{name}." : $"The Secret {layout.Namespace}/{name} is not one of it.");
            }

            if (secret.SecretValue("token") is { } token && secret.SecretValue("ca.crt") is { } authority)
            {
                return (new(token), authority, null);
            }

            if (attempt == Tries)
            {
                return (null, null, $"The Secret {layout.Namespace}/{name} has no token and ca.crt yet.");
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells whether something is a Secret that holds a token of some service account.</summary>
    public static bool IsToken(IResource resource) => resource.Type.Name == "Secret" && resource.Tree().Find(["type"])?.Text == Type;

    private static bool IsTokenOf(IResource secret, string serviceAccount) =>
        IsToken(secret)
        && secret.Metadata.Annotations.TryGetValue(ServiceAccountAnnotation, out string? account)
        && account == serviceAccount;
}
