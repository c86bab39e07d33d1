using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>A program that prints a credential. Source: Kubernetes, <c>client.authentication.k8s.io/v1</c>.</summary>
public sealed record KubernetesExecPlugin
{
    /// <summary>Gets the program: a name to look for, or a path.</summary>
    public required string Command { get; init; }

    /// <summary>Gets its arguments. May be secret.</summary>
    public EquatableList<string> Arguments { get; init; } = [];

    /// <summary>Gets variables of its environment, added to those of this process.</summary>
    public EquatableMap<SecretText> Environment { get; init; } = [];

    /// <summary>Gets the form of what it reads and prints, such as <c>client.authentication.k8s.io/v1</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Gets how to install it; <see langword="null"/> if the kubeconfig does not say.</summary>
    public string? InstallHint { get; init; }

    /// <summary>Gets whether it is told about the cluster.</summary>
    public bool ProvidesClusterInfo { get; init; }

    /// <summary>Gets what else it is told about the cluster; <see langword="null"/> if nothing.</summary>
    public UntypedValue? ClusterConfig { get; init; }

    /// <summary>Gets how long it may take; then it is stopped, and not run again for as long.</summary>
    /// <value>30 s by default. Less than <see cref="KubernetesClientOptions.Timeout"/>, which ends the request that waits for it.</value>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan Timeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(Timeout));
            field = value;
        }
    }

    = TimeSpan.FromSeconds(30);

    /// <summary>Returns the program only.</summary>
    public override string ToString() => Command;
}
