using System.Net.Http.Headers;
using System.Text;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>User and password for basic authentication, as <c>BasicAuthSecurityRestExtension</c> asks for. Not shown by <see cref="ToString"/>.</summary>
public sealed class ConnectLogin
{
    /// <summary>Takes user and password.</summary>
    /// <param name="user">Name without <c>:</c>, which parts both in the header.</param>
    /// <param name="password">Password.</param>
    public ConnectLogin(string user, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user of basic authentication has no ':' in its name.", nameof(user));
        }

        User = user;
        Secrets = [password, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))];
    }

    /// <summary>Gets the user.</summary>
    public string User { get; }

    internal IReadOnlyList<string> Secrets { get; }

    internal AuthenticationHeaderValue Header => new("Basic", Secrets[1]);

    /// <summary>Returns the user.</summary>
    public override string ToString() => User;
}
