using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>An object that was applied.</summary>
/// <param name="wasCreated">Whether it was not there before.</param>
/// <param name="read">Reads the answer.</param>
internal sealed class WrittenObject(bool wasCreated, Func<IResource> read)
{
    private readonly Lazy<IResource> _resource = new(read);

    public bool WasCreated => wasCreated;

    /// <summary>Gets the whole object as it is now.</summary>
    public IResource Resource => _resource.Value;
}
