namespace Mesh.Sdk.Kubernetes.Transport;

/// <summary>What an address of an API server must be: messages show it.</summary>
internal static class ServerAddress
{
    public static Uri Checked(Uri address, string parameter)
    {
        ArgumentNullException.ThrowIfNull(address, parameter);
        return address.IsAbsoluteUri && address.UserInfo.Length == 0
            ? address
            : throw new ArgumentException("The address of an API server is absolute, and has no user or password in it.", parameter);
    }
}
