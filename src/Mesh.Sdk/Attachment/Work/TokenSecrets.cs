using System.Globalization;
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

    /// <summary>Returns a name for a Secret that is newer than all others.</summary>
    public string NameAfter(IEnumerable<string> names) => $"{DefaultName}-{names.Max(NumberOf) + 1}";

    /// <summary>Finds the Secrets of the service account: first those that attaching made, the newest ahead, then others by name.</summary>
    /// <returns>Their names, and whether attaching made them.</returns>
    public async Task<IReadOnlyList<(string Name, bool IsOurs)>> FindAsync(CancellationToken cancellationToken)
    {
        List<(string Name, bool IsOurs)> found = [];
        await foreach (IResource secret in client.ListAsync(Secret.Definition, new() { Namespace = layout.Namespace }, cancellationToken).ConfigureAwait(false))
        {
            if (IsTokenOf(secret, layout.ServiceAccount))
            {
                found.Add((secret.Metadata.Name!, LiveObject.SetOf(secret) == layout.PeerSet.Set!.Id));
            }
        }

        return
        [
            .. found.Where(s => s.IsOurs).OrderByDescending(s => NumberOf(s.Name)),
            .. found.Where(s => !s.IsOurs).OrderBy(s => s.Name, StringComparer.Ordinal),
        ];
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

    // The first has none in its name.
    private int NumberOf(string name) =>
        name.StartsWith($"{DefaultName}-", StringComparison.Ordinal) && int.TryParse(name.AsSpan(DefaultName.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;

    private static bool IsTokenOf(IResource secret, string serviceAccount) =>
        IsToken(secret)
        && secret.Metadata.Annotations.TryGetValue(ServiceAccountAnnotation, out string? account)
        && account == serviceAccount;
}
